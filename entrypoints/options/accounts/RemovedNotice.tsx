import { Button } from '../../../components/Button';
import { FailureNotice, Notice } from '../../../components/Notice';
import { useAttempt } from '../../../components/use-attempt';
import { say } from '../../../components/words';
import { ask } from '../../../utils/messaging/client';
import type { AccountSummary } from '../../../utils/messaging/views';

/** An account was removed, and comes back by one press. */
export function RemovedNotice({ account, onForget }: { account: AccountSummary; onForget: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const undo = () => attempt(ask('accounts/restore', { accountId: account.id }).then(onForget));
  return (
    <>
      <Notice tone="good">
        <span class="beside-undo">
          <bdi>{say('removed_line', account.issuer, account.account)}</bdi>
          <Button disabled={busy} onPress={undo}>
            {say('undo')}
          </Button>
        </span>
      </Notice>
      <FailureNotice failure={failure} />
    </>
  );
}
