import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Check, Field } from '../../components/Field';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/protocol';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';

/** A pasted list: how many codes are in it is said before anything is kept. */
export function KeepCodesForm({ account, onDone }: { account: AccountSummary; onDone: () => void }) {
  const [text, setText] = useState('');
  const [renewed, setRenewed] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const found = readRecoveryCodes(text, Date.now()).length;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (found === 0 || busy) return;
    const kept = ask('accounts/keep-recovery-codes', { accountId: account.id, text, renewed });
    attempt(kept.then(onDone));
  };
  return (
    <form class="form" onSubmit={submit}>
      <Field
        label={say('recovery_codes_text')}
        value={text}
        onInput={setText}
        note={text === '' ? say('recovery_codes_text_note') : foundWords(found)}
        hasFocus
        tall
      />
      {account.recoveryCodes.all > 0 && (
        <Check label={say('recovery_codes_renewed')} checked={renewed} onChange={setRenewed} />
      )}
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="primary" disabled={busy || found === 0}>
          {found === 1 ? say('recovery_codes_keep_one') : say('recovery_codes_keep', found)}
        </Button>
        <Button onPress={onDone}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

function foundWords(found: number): string {
  if (found === 0) return say('recovery_codes_found_none');
  return found === 1 ? say('recovery_codes_found_one') : say('recovery_codes_found', found);
}
