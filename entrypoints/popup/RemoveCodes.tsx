import { Button } from '../../components/Button';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';

/** What removing them means, before it is done. */
export function RemoveCodes({ account, onDone }: { account: AccountSummary; onDone: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const remove = () => attempt(ask('recovery/remove', { accountId: account.id }).then(onDone));
  return (
    <div class="proposal">
      <p>{say('recovery_codes_remove_why')}</p>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button look="danger" disabled={busy} onPress={remove}>
          {say('recovery_codes_remove_agree')}
        </Button>
        <Button escapes onPress={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
