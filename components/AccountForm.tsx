import { useState } from 'preact/hooks';
import { ask } from '../utils/messaging/client';
import type { AccountSummary } from '../utils/messaging/views';
import './account-forms.css';
import { Button } from './Button';
import { Check, Field } from './Field';
import { FailureNotice } from './Notice';
import { useAttempt } from './use-attempt';
import { say } from './words';

/** What an account is called, and what it does without a click. */
export function AccountForm({ account }: { account: AccountSummary }) {
  const [issuer, setIssuer] = useState(account.issuer);
  const [name, setName] = useState(account.account);
  const [fillsItself, setFillsItself] = useState(account.fillsItself);
  const [submits, setSubmits] = useState(account.submits);
  const [saved, setSaved] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const changed =
    issuer !== account.issuer ||
    name !== account.account ||
    fillsItself !== account.fillsItself ||
    submits !== account.submits;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const edited = { accountId: account.id, issuer, account: name, fillsItself, submits };
    if (changed) attempt(ask('accounts/edit', edited).then(() => setSaved(true)));
  };
  return (
    <form class="form" onSubmit={submit}>
      <h2 class="part">{say('details')}</h2>
      <div class="pair">
        <Field label={say('issuer')} value={issuer} onInput={setIssuer} />
        <Field label={say('account')} value={name} onInput={setName} />
      </div>
      <Check label={say('fills_itself')} checked={fillsItself} onChange={setFillsItself} />
      <Check label={say('submits')} checked={submits} onChange={setSubmits} />
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits disabled={busy || !changed}>
          {say('save_changes')}
        </Button>
        <p class="account-saved" role="status">
          {saved && !changed && say('saved')}
        </p>
      </div>
    </form>
  );
}
