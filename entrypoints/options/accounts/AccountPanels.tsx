import { AccountForm } from '../../../components/AccountForm';
import { AccountHosts } from '../../../components/AccountHosts';
import { AccountName } from '../../../components/AccountName';
import { Button } from '../../../components/Button';
import { FailureNotice } from '../../../components/Notice';
import { useAttempt } from '../../../components/use-attempt';
import { say } from '../../../components/words';
import { ask } from '../../../utils/messaging/client';
import type { AccountSummary } from '../../../utils/messaging/views';
import { requestAccess } from '../../../utils/platform/portal-access';
import { AccountFacts } from './AccountFacts';
import { usePlaceHead } from './use-place-head';

/** One account: what is known of it, where it is used, what it is called, and its removal. */
export function AccountPanels({ account, onRemoved }: { account: AccountSummary; onRemoved: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const head = usePlaceHead();
  return (
    <>
      <section class="panel">
        <h2 class="place-head account-head" ref={head} tabIndex={-1}>
          <AccountName named={account} />
        </h2>
        <AccountFacts account={account} />
      </section>
      <div class="panel">
        <AccountHosts account={account} origin={null} tabId={null} requestAccess={requestAccess} />
      </div>
      <div class="panel">
        <AccountForm account={account} />
      </div>
      <section class="panel">
        <h2>{say('remove_account')}</h2>
        <p class="muted">{say('remove_account_why')}</p>
        <FailureNotice failure={failure} />
        <div class="buttons">
          <Button
            look="danger"
            disabled={busy}
            onPress={() => attempt(ask('accounts/remove', { accountId: account.id }).then(onRemoved))}
          >
            {say('remove_account')}
          </Button>
        </div>
      </section>
    </>
  );
}
