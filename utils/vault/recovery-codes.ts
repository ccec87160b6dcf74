/** A single-use code that a portal gave out for the day the authenticator is gone. */
export interface RecoveryCode {
  /** As the portal wrote it. */
  readonly code: string;
  /** Milliseconds since the epoch: when it was used, or given up; null while it is good. */
  readonly usedAt: number | null;
}

/** Far above what any portal gives out. */
export const MOST_RECOVERY_CODES = 100;
/** From here on the person is reminded to have the portal make new ones. */
export const FEW_RECOVERY_CODES = 2;

/** What may be said of them without showing any. */
export interface RecoveryCodeCount {
  readonly left: number;
  readonly all: number;
}

export function countRecoveryCodes(codes: readonly RecoveryCode[]): RecoveryCodeCount {
  return { left: codes.filter(({ usedAt }) => usedAt === null).length, all: codes.length };
}

/** The one to use next, in the order of the portal's list; null where none is good any more. */
export function nextRecoveryCode(codes: readonly RecoveryCode[]): RecoveryCode | null {
  return codes.find(({ usedAt }) => usedAt === null) ?? null;
}

/** @param usedAt null for one that turned out to be good still */
export function markRecoveryCode(
  codes: readonly RecoveryCode[],
  code: string,
  usedAt: number | null,
): RecoveryCode[] {
  return codes.map((held) => (held.code === code ? { ...held, usedAt } : held));
}

/**
 * What is held after these were read off the portal. `renewed`: it made new ones, which ended the old; those stay struck
 * through, so that no older copy revives them. Otherwise one that was used is not good again for being listed again.
 */
export function keepRecoveryCodes(
  held: readonly RecoveryCode[],
  found: readonly RecoveryCode[],
  renewed: boolean,
  now: number,
): RecoveryCode[] {
  const known = new Map(held.map((each) => [bareCode(each.code), each]));
  const listed = new Set(found.map(({ code }) => bareCode(code)));
  const others = held.filter(({ code }) => !listed.has(bareCode(code)));
  if (renewed) return [...found, ...others.map(({ code, usedAt }) => ({ code, usedAt: usedAt ?? now }))];
  const kept = found.map(({ code, usedAt }) => ({
    code,
    usedAt: known.get(bareCode(code))?.usedAt ?? usedAt,
  }));
  return [...kept, ...others];
}

/**
 * All that either list holds; a code used in one of them is used. Lists that differ come out sorted, so that computers
 * that join each other's in any order end up with the same one.
 */
export function uniteRecoveryCodes(
  first: readonly RecoveryCode[],
  second: readonly RecoveryCode[],
): readonly RecoveryCode[] {
  if (second.length === 0 || JSON.stringify(first) === JSON.stringify(second)) return first;
  if (first.length === 0) return second;
  const united = new Map(first.map((held) => [bareCode(held.code), held]));
  for (const other of second) {
    const held = united.get(bareCode(other.code));
    united.set(bareCode(other.code), held ? { code: held.code, usedAt: earlier(held, other) } : other);
  }
  return [...united.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What tells two codes apart: portals take them in either case, with or without what divides them. */
export function bareCode(code: string): string {
  return code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function earlier(a: RecoveryCode, b: RecoveryCode): number | null {
  if (a.usedAt === null || b.usedAt === null) return a.usedAt ?? b.usedAt;
  return Math.min(a.usedAt, b.usedAt);
}
