import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { PinPanel } from './PinPanel';
import { isPractice, Practice } from './Practice';

interface Properties {
  readonly snapshot: VaultSnapshot;
  /** The vault is new, and so may its person be. */
  readonly isNew: boolean;
}

/** What to do next, in the order it will be done. */
export function ReadyStep({ snapshot, isNew }: Properties) {
  useEffect(() => {
    // Loaded again, it goes on from here.
    if (isNew) history.replaceState(null, '', '#practice');
  }, [isNew]);
  return (
    <>
      <h1 class="ready-title">{say('ready_title')}</h1>
      {isNew && <PinPanel />}
      {isNew && <Practice snapshot={snapshot} />}
      <section class="panel" aria-labelledby="next">
        <h2 id="next">{say('ready_next')}</h2>
        <ol class="next">
          <li>{say('ready_enrol')}</li>
          {/* Not earlier: a backup of an empty vault keeps nothing. The popup asks for it as soon as there is an account. */}
          {snapshot.accounts.every(isPractice) && <li>{say('ready_backup')}</li>}
          <li>{say('ready_fill')}</li>
        </ol>
        <div class="buttons">
          <Button onPress={() => location.assign(`${browser.runtime.getURL('/scan.html')}#phone`)}>
            {say('phone_title')}
          </Button>
          <Button onPress={() => browser.runtime.openOptionsPage()}>{say('open_settings')}</Button>
        </div>
      </section>
    </>
  );
}

export function HaveVault() {
  return (
    <section class="panel">
      <h1>{say('have_vault_title')}</h1>
      <p>{say('have_vault_line')}</p>
      <div class="buttons">
        <Button onPress={() => browser.runtime.openOptionsPage()}>{say('open_settings')}</Button>
      </div>
    </section>
  );
}
