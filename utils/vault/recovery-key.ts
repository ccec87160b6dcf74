import { type Bytes, randomBytes } from '../bytes';
import { Failure } from '../failure';

/**
 * The vault's recovery key on paper: 160 random bits as eight groups of five characters. Four carry 20 bits;
 * the fifth checks them and the group's place, so that any one wrong character, two neighbours swapped or two
 * groups swapped is noticed and named.
 */
const GROUPS = 8;
const KEY_LENGTH = 20;

/** Crockford's base32: no I, L, O or U to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MISREAD: Record<string, string> = { O: '0', I: '1', L: '1' };

export function createRecoveryKey(): Bytes {
  return randomBytes(KEY_LENGTH);
}

/** Eight groups of five, for example `7ZK3P`. */
export function formatRecoveryKey(key: Uint8Array): string[] {
  const bits = key.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const symbol = (i: number) => Number((bits >> BigInt(155 - 5 * i)) & 31n);
  return Array.from({ length: GROUPS }, (_, group) => {
    const symbols = [0, 1, 2, 3].map((i) => symbol(group * 4 + i));
    return [...symbols, checkSymbol(symbols, group)].map((value) => ALPHABET[value]).join('');
  });
}

/** Spaces, dashes and case do not matter. @throws Failure `recovery-key-typo` with the group, counted from 1 */
export function parseRecoveryKey(text: string): Bytes {
  const typed = text.toUpperCase().replace(/[OIL]/g, (character) => MISREAD[character]!);
  const separate = typed.split(/[^0-9A-Z]+/).filter(Boolean);
  const groups = separate.length === GROUPS ? separate : (separate.join('').match(/.{1,5}/g) ?? []);
  let bits = 0n;
  for (let group = 0; group < GROUPS; group++) {
    const symbols = [...(groups[group] ?? '')].map((character) => ALPHABET.indexOf(character));
    const check = symbols.pop();
    if (symbols.length !== 4 || symbols.includes(-1) || check !== checkSymbol(symbols, group))
      throw new Failure('recovery-key-typo', group + 1);
    for (const value of symbols) bits = (bits << 5n) | BigInt(value);
  }
  if (groups.length > GROUPS) throw new Failure('recovery-key-typo', GROUPS);
  return Uint8Array.from({ length: KEY_LENGTH }, (_, i) =>
    Number((bits >> BigInt(8 * (KEY_LENGTH - 1 - i))) & 255n),
  );
}

/** A linear code over GF(32): a different non-zero weight for each place, and one for the group's number. */
function checkSymbol(symbols: number[], group: number): number {
  return [...symbols, group].reduce((sum, value, i) => sum ^ multiply(value, WEIGHTS[i]!), 0);
}

/** The powers 1 to 5 of x modulo x^5 + x^2 + 1. */
const WEIGHTS = [2, 4, 8, 16, 5];

function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left;
    left = left & 16 ? (left << 1) ^ 0b100101 : left << 1;
  }
  return product;
}
