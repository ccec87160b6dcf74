import { AccountName } from '../../../components/AccountName';
import { Icon } from '../../../components/Icon';
import { say, sayMany } from '../../../components/words';
import type { AccountSummary } from '../../../utils/messaging/views';
import { hostOf } from '../../../utils/portals/origin';
import { formatPlace } from '../place';

/** One account in the list: whose it is, where it is used, and the way to all of it. */
export function AccountLine({ account }: { account: AccountSummary }) {
  return (
    <li class="account-line">
      <a
        class="account-link"
        id={rowId(account.id)}
        href={formatPlace({ section: 'accounts', within: account.id })}
      >
        <AccountName named={account} />
        <span class="account-where">{whereUsed(account)}</span>
        <Icon name="forward" />
      </a>
    </li>
  );
}

/** Of the link to a place within the section, such as an account's line: it has the focus again when the place is left. */
export function rowId(within: string): string {
  return `account-${within}`;
}

function whereUsed({ origins: [first, ...others] }: AccountSummary): string {
  if (first === undefined) return say('account_copied_only');
  if (others.length === 0) return hostOf(first);
  return sayMany('account_hosts_more', others.length, hostOf(first));
}
