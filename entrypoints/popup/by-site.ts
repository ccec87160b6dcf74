import type { AccountSummary } from '../../utils/messaging/views';

export interface Listed {
  /** Bound to the site under the popup: each is a card of its own. */
  readonly here: readonly AccountSummary[];
  readonly elsewhere: readonly AccountSummary[];
}

/** With more accounts on one site the others are rows, at the head of the list: a few letters bring each its card. */
const MOST_CARDS = 5;

/** This site's accounts first, each part in the order it came in. */
export function bySite(accounts: readonly AccountSummary[], origin: string | null): Listed {
  if (origin === null) return { here: [], elsewhere: accounts };
  const isHere = ({ origins }: AccountSummary) => origins.includes(origin);
  const here = accounts.filter(isHere);
  const elsewhere = here.length === 0 ? accounts : accounts.filter((account) => !isHere(account));
  return { here: here.slice(0, MOST_CARDS), elsewhere: [...here.slice(MOST_CARDS), ...elsewhere] };
}
