import { type Content, isTombstone } from './account';
import { type RecoveryCode, uniteRecoveryCodes } from './recovery-codes';

/** What of a record only grows, whichever writing of it is taken: counter, recovery codes, that it was verified or shown. */

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

/** When its set-up code was last shown, null for never and for everything else. */
export function keyShownAtOf(content: Content): number | null {
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
