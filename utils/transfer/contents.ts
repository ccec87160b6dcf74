import { type Account, type Content, isTombstone } from '../vault/account';
import { type RecoveryCode, uniteRecoveryCodes } from '../vault/recovery-codes';

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

/** Equal for two accounts that give the same codes. A counter moves, and does not tell them apart. */
export function secretOf({ parameters }: Pick<Account, 'parameters'>): string {
  const { kind, algorithm, digits, secret } = parameters;
  const period = parameters.kind === 'totp' ? parameters.period : 0;
  return JSON.stringify([kind, algorithm, digits, period, [...secret]]);
}

/** The next counter of an HOTP account, 0 for everything else. */
export function counterOf(content: Content): number {
  return isTombstone(content) || content.parameters.kind === 'totp' ? 0 : content.parameters.counter;
}

/** The same with at least this counter. */
export function withCounter(content: Content, counter: number): Content {
  if (counter <= counterOf(content) || isTombstone(content) || content.parameters.kind === 'totp')
    return content;
  return { ...content, parameters: { ...content.parameters, counter } };
}

/** The portal's codes of an account, none for everything else. */
export function recoveryCodesOf(content: Content): readonly RecoveryCode[] {
  return isTombstone(content) ? [] : content.recoveryCodes;
}

/** The same with these recovery codes too. A code that either knows as used is used. */
export function withRecoveryCodes(content: Content, others: readonly RecoveryCode[]): Content {
  if (isTombstone(content) || others.length === 0) return content;
  return { ...content, recoveryCodes: uniteRecoveryCodes(content.recoveryCodes, others) };
}

/** When the account was verified, null for everything else. */
export function verifiedAtOf(content: Content): number | null {
  return isTombstone(content) ? null : content.verifiedAt;
}

/** The same, verified by that time where anybody knows of one. */
export function withVerified(content: Content, verifiedAt: number | null): Content {
  if (isTombstone(content) || verifiedAt === null) return content;
  return { ...content, verifiedAt: Math.min(verifiedAt, content.verifiedAt ?? verifiedAt) };
}

function keyShownAtOf(content: Content): number | null {
  return isTombstone(content) ? null : (content.keyShownAt ?? null);
}

/** The same, its set-up code shown at that time or later. */
function withKeyShown(content: Content, shownAt: number | null): Content {
  if (isTombstone(content) || shownAt === null) return content;
  return { ...content, keyShownAt: Math.max(shownAt, content.keyShownAt ?? 0) };
}

/** The same with all that has only grown in another writing of it. */
export function withGrowthOf(content: Content, other: Content): Content {
  const counted = withKeyShown(withCounter(content, counterOf(other)), keyShownAtOf(other));
  return withVerified(withRecoveryCodes(counted, recoveryCodesOf(other)), verifiedAtOf(other));
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
