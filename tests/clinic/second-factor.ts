import { codeOfStep, newSecret, stepAt } from './totp.ts';

/** Wrong codes in a row after which every further code is refused. */
export const LOCK_AFTER = 7;

/** An authenticator, as the portal knows it. */
export interface Factor {
  readonly secret: Uint8Array;
  /** RFC 6238 section 5.2: a code is accepted once. */
  readonly usedSteps: Set<number>;
}

/** `malformed` (not six digits) is not counted as a wrong code; the others but `accepted` are. */
export type Verdict = 'accepted' | 'wrong' | 'used' | 'locked' | 'malformed';

/** What a person is told about a code that was not accepted. */
export const CODE_PROBLEMS: Readonly<Record<Exclude<Verdict, 'accepted'>, string>> = {
  malformed: 'Enter the six digits from your authenticator app.',
  wrong: 'That code is not right. Check that your device’s clock is correct and try the next code.',
  used: 'That code has been used already. Wait for the next one.',
  locked: 'Too many wrong codes. Ask the owner of your practice to unlock your login.',
};

export interface Attempt {
  readonly at: number;
  readonly code: string;
  readonly verdict: Verdict;
}

interface Guarded {
  failures: number;
  readonly attempts: Attempt[];
}

export const newFactor = (secret: Uint8Array = newSecret()): Factor => ({ secret, usedSteps: new Set() });

/** Judges a code for this step or a neighbour of it, and books the verdict on the account. */
export function verifyCode(account: Guarded, factor: Factor, typed: string, now: number): Verdict {
  const code = typed.replace(/\s/g, '');
  const verdict = account.failures >= LOCK_AFTER ? 'locked' : judge(factor, code, now);
  account.attempts.push({ at: now, code, verdict });
  if (verdict === 'accepted') account.failures = 0;
  if (verdict === 'wrong' || verdict === 'used') account.failures += 1;
  return verdict;
}

function judge(factor: Factor, code: string, now: number): Verdict {
  if (!/^[0-9]{6}$/.test(code)) return 'malformed';
  const step = stepAt(now);
  const matches = [step, step - 1, step + 1].filter(
    (near) => near >= 0 && codeOfStep(factor.secret, near) === code,
  );
  const unused = matches.find((near) => !factor.usedSteps.has(near));
  if (unused === undefined) return matches.length > 0 ? 'used' : 'wrong';
  factor.usedSteps.add(unused);
  return 'accepted';
}
