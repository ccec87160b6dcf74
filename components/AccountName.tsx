import type { AccountSummary } from '../utils/messaging/views';

type Named = Pick<AccountSummary, 'issuer' | 'account'>;

/** What to call an account where there is room for one name. */
export function shortName({ issuer, account }: Named): string {
  return issuer || account;
}

/** A letter, the issuer, and whose account it is. */
export function AccountName({ named }: { named: Named }) {
  return (
    <>
      <span class="badge" aria-hidden="true">
        {[...shortName(named)][0]?.toUpperCase() ?? '?'}
      </span>
      <span class="named">
        <bdi class="named-issuer">{shortName(named)}</bdi>
        <bdi class="named-account">{named.issuer ? named.account : ''}</bdi>
      </span>
    </>
  );
}
