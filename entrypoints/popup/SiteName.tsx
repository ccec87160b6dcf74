import { AccountName, shortName } from '../../components/AccountName';
import { IconButton } from '../../components/Button';
import { say } from '../../components/words';
import type { AccountSummary } from '../../utils/messaging/views';

/** Whose card it is, and the way to its account's page. */
export function SiteName({ account, onOpen }: { account: AccountSummary; onOpen: () => void }) {
  return (
    <div class="site-name">
      <AccountName named={account} />
      <IconButton
        icon="forward"
        label={say('account_open', shortName(account), account.account)}
        onPress={onOpen}
      />
    </div>
  );
}
