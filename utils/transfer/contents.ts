import { type Account, type Content, isTombstone, secretOf } from '../vault/account';
import { counterOf, keyShownAtOf, recoveryCodesOf, verifiedAtOf } from '../vault/growth';

/** What a record holds, and how often it was written. */
export interface Versioned {
  readonly version: number;
  readonly content: Content;
}

/** Everything a vault or a backup holds, by record id. */
export type Contents = ReadonlyMap<string, Versioned>;

/** The account where it is in use, otherwise null. */
export function inUse(record: Versioned | undefined): Account | null {
  return record && !isTombstone(record.content) && !record.content.retired ? record.content : null;
}

/** One text for what is the same content, whatever order its fields stand in; but for what only grows: counter, recovery codes, that it was verified. */
export function canonical(content: Content): string {
  if (isTombstone(content)) return JSON.stringify([content.id, content.purgedAt]);
  const { id, issuer, account, origins, createdAt, changedAt, fillsItself, submits, askAt, retired } =
    content;
  const away = retired && [retired.at, retired.why, retired.by];
  const rest = [id, issuer, account, origins, createdAt, changedAt, fillsItself, submits, askAt, away];
  return JSON.stringify([...rest, secretOf(content), content.pinned === true]);
}

/** Equal for the same codes in the same state, verified and shown at the same time; the codes' order says nothing. */
export function canonicalGrowth(content: Content): string {
  const codes = recoveryCodesOf(content).map(({ code, usedAt }) => JSON.stringify([code, usedAt]));
  return JSON.stringify([verifiedAtOf(content), keyShownAtOf(content), codes.sort()]);
}

export function isSame(a: Content, b: Content): boolean {
  const grown = counterOf(a) === counterOf(b) && canonicalGrowth(a) === canonicalGrowth(b);
  return grown && canonical(a) === canonical(b);
}

/** What to call an account in a list. */
export function nameOf({ issuer, account }: Pick<Account, 'issuer' | 'account'>): string {
  return [issuer, account].filter(Boolean).join(' · ');
}
