import type { Bytes } from '../bytes';
import { Failure } from '../failure';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Longest secret kept, in bytes: the block of SHA-512. HMAC hashes anything longer down anyway. */
export const SECRET_LIMIT = 128;

/** What people and pages put between the groups of a key: blanks, zero-width blanks, soft hyphens, dashes. */
const BETWEEN_GROUPS = /[\s\u00ad\u200b-\u200d\u2060\u2010-\u2015-]+/g;

/**
 * Reads a secret in base32 (RFC 4648 section 6) as portals show it: grouped, in either case, with or
 * without padding. Bits left over at the end are dropped, as every authenticator does. Nothing is repaired:
 * a 0 could have been an O or a mistake, and a guess would give wrong codes without a word.
 *
 * @throws Failure `secret-missing`, `secret-not-base32` (the first character that does not belong),
 *   `secret-too-long`.
 */
export function readSecret(text: string): Bytes {
  const letters = text.replace(BETWEEN_GROUPS, '').replace(/=+$/, '');
  // Looked for before upper-casing, which turns some foreign letters into ours.
  const stranger = /[^A-Za-z2-7]/u.exec(letters);
  if (stranger) throw new Failure('secret-not-base32', stranger[0]);
  const length = Math.floor((letters.length * 5) / 8);
  // A single character decodes to no byte at all, and HMAC would take the empty key without complaint.
  if (length === 0) throw new Failure('secret-missing');
  if (length > SECRET_LIMIT) throw new Failure('secret-too-long');
  return decode(letters.toUpperCase(), length);
}

function decode(letters: string, length: number): Bytes {
  const bytes = new Uint8Array(length);
  let bits = 0;
  let held = 0;
  let offset = 0;
  for (const letter of letters) {
    bits = ((bits << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[offset++] = bits >> held;
  }
  return bytes;
}

/** Base32 in capitals, without padding. */
export function writeSecret(secret: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of secret) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += ALPHABET[(bits >> held) & 31];
    }
  }
  return held > 0 ? text + ALPHABET[(bits << (5 - held)) & 31] : text;
}
