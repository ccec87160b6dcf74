import { Failure } from '../failure';
import { cleanName } from './label';
import { ALGORITHMS, type Algorithm } from './parameters';

/** Fewer is weaker than any portal asks for, and five means Steam; more than ten a 31-bit number cannot fill. */
const DIGITS = { least: 6, most: 10 };

/**
 * A shorter step leaves no time to read a code off the screen, a longer one is no one-time code. The steps of
 * 10 seconds met in exports are mOTP's, which is another algorithm.
 */
const PERIOD = { least: 15, most: 300 };

/**
 * Reads an algorithm by any of the names in use: `SHA256`, `sha-256`, `HmacSHA256`, `HMAC-SHA-256`,
 * `Algorithm.sha256`. Empty means SHA-1.
 *
 * @throws Failure `algorithm-unknown` with the name, MD5 and the rarer SHAs among them.
 */
export function readAlgorithm(text: string): Algorithm {
  const name = text
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC[-_]?/, '')
    .replace(/^SHA[-_]/, 'SHA');
  if (name === '') return 'SHA1';
  const algorithm = ALGORITHMS.find((known) => known === name);
  if (!algorithm) throw new Failure('algorithm-unknown', cleanName(text, 32));
  return algorithm;
}

/** @throws Failure `digits-out-of-range` with the value. */
export function readDigits(text: string, absent: number): number {
  const digits = text === '' ? absent : wholeNumber(text);
  if (digits >= DIGITS.least && digits <= DIGITS.most) return digits;
  throw new Failure('digits-out-of-range', cleanName(text, 32));
}

/** Seconds. @throws Failure `period-out-of-range` with the value. */
export function readPeriod(text: string, absent: number): number {
  const period = text === '' ? absent : wholeNumber(text);
  if (period >= PERIOD.least && period <= PERIOD.most) return period;
  throw new Failure('period-out-of-range', cleanName(text, 32));
}

/** A counter has no default: guessed, it gives wrong codes. @throws Failure `counter-missing`, or `counter-invalid` with the value. */
export function readCounter(text: string): number {
  const counter = wholeNumber(text);
  if (Number.isSafeInteger(counter)) return counter;
  if (text === '') throw new Failure('counter-missing');
  throw new Failure('counter-invalid', cleanName(text, 32));
}

function wholeNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
