import { readSecret } from './base32';
import { totpCode } from './code';
import { DEFAULT_DIGITS, DEFAULT_PERIOD, type SetupKey, type TotpParameters } from './parameters';

/** The practice clinic's only account. Its secret is here for everybody to read, and protects nothing. */
export const PRACTICE_ACCOUNT = 'practice@clinic.example';

const PARAMETERS: TotpParameters = {
  kind: 'totp',
  secret: readSecret('LANYARDPRACTICELANYARDPRACTICE22'),
  algorithm: 'SHA1',
  digits: DEFAULT_DIGITS,
  period: DEFAULT_PERIOD,
};

/** What its set-up code says. @param issuer what the practice clinic is called in the person's language */
export function practiceKey(issuer: string): SetupKey {
  return { issuer, account: PRACTICE_ACCOUNT, parameters: PARAMETERS };
}

/**
 * Takes what portals take: the code of this step, the one before, or the one after (RFC 6238 section 5.2).
 * @param now milliseconds
 */
export function isPracticeCode(typed: string, now: number): boolean {
  return [-1, 0, 1].some((steps) => totpCode(PARAMETERS, now + steps * DEFAULT_PERIOD * 1000) === typed);
}
