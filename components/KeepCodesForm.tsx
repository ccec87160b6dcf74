import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ask } from '../utils/messaging/client';
import type { AccountSummary } from '../utils/messaging/views';
import { readRecoveryCodes } from '../utils/vault/read-recovery-codes';
import { Button } from './Button';
import { Check, Field } from './Field';
import { FailureNotice } from './Notice';
import { useAttempt } from './use-attempt';
import { say, sayMany } from './words';

interface Properties {
  readonly account: AccountSummary;
  /** What was read somewhere, to be looked at; the person may change it. */
  readonly text?: string;
  /** Where it was read, and how many there are; said until the text is changed. */
  readonly note?: string;
  /** Other ways to come by the codes. */
  readonly children?: ComponentChildren;
  /** `kept`: how many; null where the person thought better of it. */
  readonly onDone: (kept: number | null) => void;
}

/** A list of codes: how many are in it is said before anything is kept. Made anew, by its key, for another text. */
export function KeepCodesForm({ account, text: given = '', note = '', children, onDone }: Properties) {
  const [text, setText] = useState(given);
  const [renewed, setRenewed] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const found = readRecoveryCodes(text, Date.now()).length;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (found === 0 || busy) return;
    const kept = ask('accounts/keep-recovery-codes', { accountId: account.id, text, renewed });
    attempt(kept.then((report) => onDone(report.kept)));
  };
  return (
    <form class="form" onSubmit={submit}>
      {children}
      <Field
        label={say('recovery_codes_text')}
        value={text}
        onInput={setText}
        note={text === given && note !== '' ? note : foundWords(text, found)}
        hasFocus
        tall
      />
      {account.recoveryCodes.all > 0 && (
        <Check label={say('recovery_codes_renewed')} checked={renewed} onChange={setRenewed} />
      )}
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="primary" disabled={busy || found === 0}>
          {sayMany('recovery_codes_keep', found)}
        </Button>
        <Button escapes onPress={() => onDone(null)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

function foundWords(text: string, found: number): string {
  if (text === '') return say('recovery_codes_text_note');
  if (found === 0) return say('recovery_codes_found_none');
  return sayMany('recovery_codes_found', found);
}
