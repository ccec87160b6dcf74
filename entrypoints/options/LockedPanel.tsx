import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { openPage } from '../../components/open-page';
import { openUnlockWindow } from '../../components/open-unlock';
import { failureSentence, say } from '../../components/words';
import type { VaultStatus } from '../../utils/messaging/views';

interface Properties {
  readonly title: string;
  /** What unlocking is for here. */
  readonly why: string;
  readonly status: VaultStatus;
}

/** In place of what only an open vault can show: why it is not there, and the way to it. */
export function LockedPanel({ title, why, status }: Properties) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {status === 'locked' && <p class="muted">{why}</p>}
      {status === 'none' && <p class="muted">{say('setup_line')}</p>}
      {status === 'damaged' && <Notice tone="bad">{failureSentence({ code: 'damaged', values: [] })}</Notice>}
      <div class="buttons">
        {status === 'locked' && (
          <Button onPress={() => openUnlockWindow({ tabId: null, passkey: false })}>{say('unlock')}</Button>
        )}
        {status === 'none' && <Button onPress={() => openPage('welcome.html')}>{say('setup_button')}</Button>}
        {status === 'damaged' && (
          <Button onPress={() => openPage('welcome.html#rescue')}>{say('rescue_open')}</Button>
        )}
      </div>
    </section>
  );
}
