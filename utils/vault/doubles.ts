import { Failure } from '../failure';
import { type Account, secretOf } from './account';
import { bringBack, isSameLogin, retireFor } from './enrol';
import { withGrowthOf } from './growth';

/** `same-key`: they give the same codes. `same-login`: one login with several keys, of which the portal takes one. */
export interface Doubles {
  readonly kind: 'same-key' | 'same-login';
  /** Two or more, oldest first. */
  readonly accounts: readonly Account[];
}

/** What of an account a person settles, as it was before accounts were put together. */
export type Settled = Pick<Account, 'id' | 'origins' | 'fillsItself' | 'submits' | 'pinned'>;

/** Accounts that are in the vault more than once. @param accounts those in use, oldest first */
export function findDoubles(accounts: readonly Account[]): Doubles[] {
  const byKey = groupBy(accounts, secretOf);
  const oldest = byKey.flatMap((group) => group.slice(0, 1)).filter(isNamed);
  const byLogin = groupBy(oldest, ({ account }) => account.toLowerCase()).flatMap(groupLogins);
  return [
    ...severalIn(byKey).map((group) => ({ kind: 'same-key' as const, accounts: group })),
    ...severalIn(byLogin).map((group) => ({ kind: 'same-login' as const, accounts: group })),
  ];
}

/**
 * Accounts with the same key become one: the oldest stays, with the sites of all, their recovery codes and the highest
 * counter. What a person changed from how it comes is kept too: switched off in one is off, switched on in one is on.
 * @throws Failure `bad-request` where they are not of one key
 */
export function uniteAccounts(accounts: readonly Account[], now: number): Account[] {
  const [oldest, ...others] = inOrder(accounts);
  if (!oldest || others.length === 0 || others.some((other) => secretOf(other) !== secretOf(oldest)))
    throw new Failure('bad-request');
  const grown = others.reduce<Account>((kept, other) => withGrowthOf(kept, other) as Account, oldest);
  const named = [oldest, ...others];
  return [
    {
      ...grown,
      issuer: named.find(({ issuer }) => issuer !== '')?.issuer ?? '',
      account: named.find(({ account }) => account !== '')?.account ?? '',
      origins: originsOf(named),
      fillsItself: named.every(({ fillsItself }) => fillsItself),
      submits: named.some(({ submits }) => submits),
      ...pinOf(named),
    },
    ...others.map((other) => ({ ...other, retired: { at: now, why: 'merged', by: oldest.id } as const })),
  ];
}

/**
 * Of accounts for one login, the one whose codes the portal takes stays, for the sites of all; the others retire as
 * if it had been set up in their place, so that their codes can be shown until it is known to work.
 * @throws Failure `bad-request` where they are not of one login
 */
export function keepOne(accounts: readonly Account[], keptId: string, now: number): Account[] {
  const kept = accounts.find(({ id }) => id === keptId);
  const [group] = groupLogins(accounts);
  if (!kept || accounts.length < 2 || group?.length !== accounts.length) throw new Failure('bad-request');
  const others = accounts.filter(({ id }) => id !== keptId);
  return [
    { ...kept, origins: originsOf([kept, ...others]), ...pinOf(accounts) },
    ...others.map((other) => retireFor(other, keptId, now)),
  ];
}

/**
 * Takes back what `uniteAccounts` or `keepOne` did: those that retired for the kept one are in use again, and it is
 * used where it was. Recovery codes and counters that it gained stay: they only grow.
 */
export function separateAccounts(kept: Account, before: Settled, retired: readonly Account[]): Account[] {
  const { fillsItself, submits, pinned = false } = before;
  const others = retired.filter((other) => other.retired?.by === kept.id);
  const gained = originsOf(others).filter((origin) => !before.origins.includes(origin));
  const origins = kept.origins.filter((origin) => !gained.includes(origin));
  return [{ ...kept, origins, fillsItself, submits, pinned }, ...others.map(bringBack)];
}

/**
 * Each of a group is one login with every other of it. Not by way of a third: an account for no site yet would join two
 * people's logins at two sites.
 */
function groupLogins(accounts: readonly Account[]): Account[][] {
  const groups: Account[][] = [];
  for (const account of accounts) {
    const group = groups.find((members) => members.every((member) => isSameLogin(member, account)));
    if (group) group.push(account);
    else groups.push([account]);
  }
  return groups;
}

function groupBy(accounts: readonly Account[], keyOf: (account: Account) => string): Account[][] {
  const groups = new Map<string, Account[]>();
  for (const account of inOrder(accounts)) {
    const key = keyOf(account);
    groups
      .set(key, groups.get(key) ?? [])
      .get(key)!
      .push(account);
  }
  return [...groups.values()];
}

function severalIn(groups: Account[][]): Account[][] {
  return groups.filter(({ length }) => length > 1);
}

function originsOf(accounts: readonly Account[]): string[] {
  return [...new Set(accounts.flatMap(({ origins }) => origins))];
}

/** One of them stands at the top of the list, and so does what they become. */
function pinOf(accounts: readonly Account[]): Pick<Account, 'pinned'> {
  return accounts.some(({ pinned }) => pinned) ? { pinned: true } : {};
}

/** As a merge of backups orders them, so that every computer keeps the same one. */
function inOrder(accounts: readonly Account[]): Account[] {
  return accounts.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function isNamed({ issuer, account }: Account): boolean {
  return issuer !== '' || account !== '';
}
