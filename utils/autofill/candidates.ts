import { hostOf, parseOrigin } from '../portals/origin';

/** What is asked of an account here; its secret is not needed to decide. */
interface Bound {
  readonly id: string;
  /** Exact https origins, canonical. */
  readonly origins: readonly string[];
}

/**
 * The accounts that may answer on this origin, in the order given. The only place that decides it. Equality of
 * canonical origins and nothing weaker: no suffixes, no registrable domains, no titles, no ports left out.
 * @param origin as the browser reports it of the asking document
 */
export function candidatesFor(accounts: readonly Bound[], origin: string): string[] {
  if (!isBindable(origin)) return [];
  return accounts.filter(({ origins }) => origins.includes(origin)).map(({ id }) => id);
}

/**
 * An account may be bound to it: a canonical https origin whose host is one a portal can have. Names without a dot
 * and addresses are allowed, for practice software that runs in the house; a trailing dot is another origin to the
 * browser and no portal's.
 */
export function isBindable(origin: string): boolean {
  return parseOrigin(origin) === origin && hostOf(origin).replace(/:\d+$/, '').split('.').every(Boolean);
}
