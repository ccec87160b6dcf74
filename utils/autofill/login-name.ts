import { candidatesFor } from './candidates';

/**
 * Whose login it is, told by the login name. `untold`: no name, or one that says nothing of the accounts held.
 * `unclear`: a name that speaks against every one of them, or for several. The name itself is kept nowhere.
 */
export type Whose = 'untold' | 'unclear' | { readonly accountId: string };

interface Named {
  readonly id: string;
  readonly account: string;
  readonly origins: readonly string[];
}

/** Longer than any e-mail address may be. */
const LONGEST_NAME = 254;

/**
 * The account among those bound to this origin that a login name belongs to: the whole name is equal, or one of the two
 * is the part before the other's @, where that fits one account only. An account may be called what its people like
 * ("Reception"), so a name that equals nothing is no evidence, but for one e-mail address against others.
 */
export function whoseLogin(accounts: readonly Named[], origin: string, typed: string | null): Whose {
  const name = normal(typed ?? '');
  if (name === '' || name.length > LONGEST_NAME) return 'untold';
  const bound = candidatesFor(accounts, origin);
  const here = accounts.filter(({ id }) => bound.includes(id));
  const whole = here.filter(({ account }) => normal(account) === name);
  const alike = whole.length > 0 ? whole : here.filter(({ account }) => isLocalPart(normal(account), name));
  const [one, other] = alike;
  if (one) return other ? 'unclear' : { accountId: one.id };
  return isEmail(name) && here.every(({ account }) => isEmail(normal(account))) ? 'unclear' : 'untold';
}

/**
 * What the prompt's page says of who is logging in ("Signed in as ..."), beside what was typed at the login. A page shows
 * other addresses too, its help desk's say: only one that is an account's name counts, and never against what was typed.
 */
export function withShown(
  typed: Whose,
  accounts: readonly Named[],
  origin: string,
  shown: readonly string[],
): Whose {
  if (typed === 'unclear') return typed;
  const told = shown
    .map((name) => whoseLogin(accounts, origin, name))
    .filter((whose) => typeof whose === 'object');
  const ids = new Set(
    [typed, ...told].flatMap((whose) => (typeof whose === 'object' ? whose.accountId : [])),
  );
  const [accountId, other] = ids;
  if (other !== undefined) return 'unclear';
  return accountId === undefined ? 'untold' : { accountId };
}

function normal(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

function isEmail(name: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(name);
}

function isLocalPart(a: string, b: string): boolean {
  return isEmail(a) !== isEmail(b) && a.split('@')[0] === b.split('@')[0];
}
