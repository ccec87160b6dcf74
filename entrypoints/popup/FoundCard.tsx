import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { skewWords } from '../../components/ClockNotice';
import { Check } from '../../components/Field';
import { FoundAccount } from '../../components/FoundAccount';
import { Notice } from '../../components/Notice';
import { useSecond } from '../../components/use-second';
import { say } from '../../components/words';
import { hostOf } from '../../utils/portals/origin';
import { DockLine } from './DockLine';
import type { FoundKey } from './setup-reading';
import type { Source } from './use-enrolment';

interface Properties {
  readonly found: FoundKey;
  readonly source: Source;
  readonly saving: boolean;
  readonly reader: typeof import('./setup-reading');
  readonly origin: string | null;
  readonly tabId: number | null;
  /** Seconds added to the computer's clock for codes. */
  readonly clockOffset: number;
  /** Called inside the click, with the origin to bind to. */
  readonly onSave: (origin: string | null) => void;
  readonly onDismiss: () => void;
}

/** The account about to be saved: whose it is, where it will be used, and the code as it runs. */
export function FoundCard(properties: Properties) {
  const { found, source, saving, reader, origin, tabId, clockOffset, onSave, onDismiss } = properties;
  const [bound, setBound] = useState(true);
  const [skew, setSkew] = useState<number | null>(null);
  const now = useSecond();
  const fromPage = source === 'page';

  useEffect(() => {
    if (tabId !== null) reader.readClockError(tabId, clockOffset).then(setSkew, () => undefined);
  }, [reader, tabId, clockOffset]);

  const title = fromPage ? say('found_on_page') : say('found_given');
  return (
    <DockLine title={title}>
      {/* Comes late, so it stands above everything that can be pressed: the card grows upwards and nothing moves. */}
      {skew !== null && <Notice tone="warn">{skewWords(skew)}</Notice>}
      <FoundAccount found={found.key} code={reader.runningCode(found, now + clockOffset * 1000)} />
      {!origin && <p class="small muted">{say('found_no_host')}</p>}
      {origin && fromPage && <p class="small">{say('found_host', hostOf(origin))}</p>}
      {origin && !fromPage && (
        <Check label={say('found_use_on', hostOf(origin))} checked={bound} onChange={setBound} />
      )}
      <div class="found-foot">
        <button
          type="button"
          class="button button-primary"
          data-save
          disabled={saving}
          onClick={() => onSave(fromPage || bound ? origin : null)}
        >
          {saving ? say('saving') : say('save')}
          <span class="button-key" aria-hidden="true">
            ⏎
          </span>
        </button>
        <Button onPress={onDismiss}>{say('not_now')}</Button>
      </div>
    </DockLine>
  );
}
