import type { Account } from './account';

const DAY = 24 * 60 * 60 * 1000;

/** How long a removed account stays in the trash, and the copy from before a migration beside the vault. */
export const KEPT_FOR = 30 * DAY;

/** The account in use that took this one's place, over any number of replacements; null where there is none. */
export function replacementOf(account: Account, all: readonly Account[]): Account | null {
  const passed = new Set<string>();
  let at: Account | undefined = account;
  while (at?.retired && !passed.has(at.id)) {
    passed.add(at.id);
    const by: string | undefined = at.retired.by;
    at = all.find(({ id }) => id === by);
  }
  return at && !at.retired ? at : null;
}

/**
 * Until when the codes of a replaced account can be shown beside the new ones: 30 days after the portal accepted one of
 * those. `Infinity` while it has not; null for every other account.
 */
export function shownUntil(account: Account, all: readonly Account[]): number | null {
  if (account.retired?.why !== 'replaced') return null;
  const verifiedAt = replacementOf(account, all)?.verifiedAt ?? null;
  return verifiedAt === null ? Number.POSITIVE_INFINITY : Math.max(verifiedAt, account.retired.at) + KEPT_FOR;
}

/**
 * When a retired account goes for good: after its time in the trash, where a replaced one comes when it is shown no
 * longer. Null for one that stays, because nobody knows yet whether what replaced it works.
 */
export function goneAt(account: Account, all: readonly Account[]): number | null {
  if (!account.retired) return null;
  const at = shownUntil(account, all) ?? account.retired.at;
  return Number.isFinite(at) ? at + KEPT_FOR : null;
}

export interface Replaced {
  readonly account: Account;
  /** The account in use in its place. */
  readonly by: string;
  /** `Infinity` while that one was not accepted. */
  readonly until: number;
}

/** The replaced accounts whose codes can still be shown. */
export function stillShown(all: readonly Account[], now: number): Replaced[] {
  return all.flatMap((account) => {
    const until = shownUntil(account, all);
    const by = until !== null && now < until && replacementOf(account, all);
    return by ? [{ account, by: by.id, until: until! }] : [];
  });
}
