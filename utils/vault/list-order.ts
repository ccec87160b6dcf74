import type { Account } from './account';

/** One for all: making one costs more than comparing a thousand names. */
const names = new Intl.Collator(undefined, { numeric: true });

/**
 * The order in which people find accounts: the pinned ones by name, then those used on the latest days, then the others
 * by name. `usedOn`: the day an account was last used on, as any number that grows.
 */
export function inListOrder(accounts: readonly Account[], usedOn: ReadonlyMap<string, number>): Account[] {
  const day = ({ id, pinned }: Account) => (pinned ? 0 : (usedOn.get(id) ?? 0));
  return [...accounts].sort(
    (a, b) =>
      Number(b.pinned ?? false) - Number(a.pinned ?? false) ||
      day(b) - day(a) ||
      names.compare(a.issuer, b.issuer) ||
      names.compare(a.account, b.account) ||
      (a.id < b.id ? -1 : 1),
  );
}
