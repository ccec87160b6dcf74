import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { skewWords } from '../../components/ClockNotice';
import { Check, Field } from '../../components/Field';
import { FoundAccount } from '../../components/FoundAccount';
import { Notice } from '../../components/Notice';
import { useSecond } from '../../components/use-second';
import { say } from '../../components/words';
import { hostOf } from '../../utils/portals/origin';
import { DockLine } from './DockLine';
import { PortalNotes } from './PortalNotes';
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
  readonly onSave: (found: FoundKey, origin: string | null) => void;
  readonly onLook: () => void;
  readonly onDismiss: () => void;
}

/** The account about to be saved: whose it is, where it will be used, and the code as it runs. */
export function FoundCard(properties: Properties) {
  const { found, source, saving, reader, origin, tabId, clockOffset, onSave, onLook, onDismiss } = properties;
  const [bound, setBound] = useState(true);
  const [issuer, setIssuer] = useState(found.key.issuer);
  const [account, setAccount] = useState(found.key.account);
  const [skew, setSkew] = useState<number | null>(null);
  const now = useSecond();
  const fromPage = source === 'page';

  useEffect(() => {
    if (tabId !== null) reader.readClockError(tabId, clockOffset).then(setSkew, () => undefined);
  }, [reader, tabId, clockOffset]);

  if (found.text === 'differs')
    return (
      <DockLine title={say('differs_title')} onDismiss={onDismiss}>
        <Notice tone="bad">{say('differs')}</Notice>
        <div class="buttons">
          <Button onPress={onLook}>{say('look_again')}</Button>
        </div>
      </DockLine>
    );
  const isNameless = found.text === 'only-key';
  const save = () => {
    const named = isNameless ? reader.withNames(found, issuer, account) : found;
    onSave(named, fromPage || bound ? origin : null);
  };
  const title = say(fromPage ? (isRead(found) ? 'found_as_text' : 'found_on_page') : 'found_given');
  return (
    <DockLine title={title}>
      {/* Comes late, so it stands above everything that can be pressed: the card grows upwards and nothing moves. */}
      {skew !== null && <Notice tone="warn">{skewWords(skew)}</Notice>}
      <PortalNotes host={origin ? hostOf(origin) : null} issuer={found.key.issuer} moment="enrol" />
      <FoundAccount
        found={{ ...found.key, issuer, account }}
        code={reader.runningCode(found, now + clockOffset * 1000)}
      />
      {isNameless && (
        <div class="pair">
          <Field label={say('issuer')} value={issuer} onInput={setIssuer} />
          <Field label={say('account')} value={account} onInput={setAccount} />
        </div>
      )}
      {!origin && <p class="small muted">{say('found_no_host')}</p>}
      {origin && fromPage && <p class="small">{say('found_host', hostOf(origin))}</p>}
      {found.text === 'agrees' && <p class="small muted">{say('text_agrees')}</p>}
      {origin && !fromPage && (
        <Check label={say('found_use_on', hostOf(origin))} checked={bound} onChange={setBound} />
      )}
      <div class="found-foot">
        <button
          type="button"
          class="button button-primary"
          data-save
          aria-disabled={saving ? 'true' : undefined}
          onClick={saving ? undefined : save}
        >
          {saving ? say('saving') : say('save')}
          <span class="button-key" aria-hidden="true">
            ⏎
          </span>
        </button>
        <Button escapes onPress={onDismiss}>
          {say('not_now')}
        </Button>
      </div>
    </DockLine>
  );
}

/** No picture of the page holds it. */
function isRead({ text }: FoundKey): boolean {
  return text === 'only' || text === 'only-key';
}
