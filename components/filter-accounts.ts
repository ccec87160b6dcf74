import type { AccountSummary } from '../utils/messaging/views';

export interface Listed {
  /** Bound to the site under the popup. */
  readonly here: readonly AccountSummary[];
  readonly elsewhere: readonly AccountSummary[];
}

/** This site's accounts first, each part by name; every word typed must be in the issuer, the account or a host. */
export function filterAccounts(
  accounts: readonly AccountSummary[],
  origin: string | null,
  query: string,
): Listed {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = accounts
    .filter(({ issuer, account, origins }) => {
      const text = [issuer, account, ...origins].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => a.issuer.localeCompare(b.issuer) || a.account.localeCompare(b.account));
  const isHere = ({ origins }: AccountSummary) => origin !== null && origins.includes(origin);
  return { here: found.filter(isHere), elsewhere: found.filter((account) => !isHere(account)) };
}
