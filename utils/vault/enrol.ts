import { equalBytes } from '../bytes';
import { Failure } from '../failure';
import type { Account } from './account';

/** What to do about an account held already that looks like the new one. */
export type Same = 'ask' | 'keep-both' | { readonly replace: string };

/**
 * What is to be saved for a new account: nothing is overwritten, and no name is doubled unasked. A replaced account
 * retires with its recovery codes, which the portal ended with its key; what a person had settled for it goes over.
 * @throws Failure `already-saved`, `same-account` (its third value is the id of the account held)
 */
export function enrol(held: readonly Account[], fresh: Account, same: Same, now: number): Account[] {
  if (held.some((other) => isSameSecret(other, fresh)))
    throw new Failure('already-saved', fresh.issuer, fresh.account);
  const twins = held.filter((other) => isSameLogin(other, fresh));
  const [twin] = twins.toSorted((a, b) => Number(hasSameNames(b, fresh)) - Number(hasSameNames(a, fresh)));
  if (same === 'ask' && twin) throw new Failure('same-account', twin.issuer, twin.account, twin.id);
  const old = typeof same === 'object' && twins.find(({ id }) => id === same.replace);
  if (!old) return [fresh];
  const origins = [...new Set([...fresh.origins, ...old.origins])];
  const { fillsItself, submits, pinned } = old;
  return [
    { ...fresh, origins, fillsItself, submits, ...(pinned && { pinned }) },
    retireFor(old, fresh.id, now),
  ];
}

/** Another key is used for this login from now on: the portal ended this one, and the recovery codes that came with it. */
export function retireFor(old: Account, by: string, now: number): Account {
  const recoveryCodes = old.recoveryCodes.map(({ code, usedAt }) => ({ code, usedAt: usedAt ?? now }));
  return { ...old, recoveryCodes, retired: { at: now, why: 'replaced', by } };
}

/** In use again, with the recovery codes that ended when it was replaced. */
export function bringBack(account: Account): Account {
  const { retired, recoveryCodes } = account;
  const revived = recoveryCodes.map(({ code, usedAt }) => {
    const ended = retired?.why === 'replaced' && usedAt === retired.at;
    return { code, usedAt: ended ? null : usedAt };
  });
  return { ...account, recoveryCodes: revived, retired: null };
}

export function isSameSecret(a: Account, b: Account): boolean {
  const [p, q] = [a.parameters, b.parameters];
  const alike = p.kind === q.kind && p.digits === q.digits && p.algorithm === q.algorithm;
  return alike && equalBytes(p.secret, q.secret);
}

/** One login of one person: its very names where nothing says another site, or its name on a site that both are for. */
export function isSameLogin(a: Account, b: Account): boolean {
  const shared = a.origins.some((origin) => b.origins.includes(origin));
  if (a.origins.length === 0 || b.origins.length === 0 || shared) if (hasSameNames(a, b)) return true;
  return shared && a.account !== '' && folded(a.account) === folded(b.account);
}

function hasSameNames(a: Account, b: Account): boolean {
  return folded(a.issuer) === folded(b.issuer) && folded(a.account) === folded(b.account);
}

function folded(name: string): string {
  return name.toLowerCase();
}
