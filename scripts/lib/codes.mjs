import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @param {string} text base32 (RFC 4648), spaces allowed */
function fromBase32(text) {
  const bits = [...text.toUpperCase().replace(/[\s=]/g, '')].map((letter) =>
    ALPHABET.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/**
 * The six digits of RFC 6238 with SHA-1 and 30 s, by `node:crypto` alone: what the product is held against.
 * @param {string} secret base32
 * @param {number} at ms since the epoch
 */
export function expectedCode(secret, at) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = /** @type {number} */ (digest.at(-1)) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Whether it is the code of this moment, or of a step either side. @param {string} code @param {string} secret */
export const isCurrentCode = (code, secret) =>
  [0, -30_000, 30_000].some((shift) => expectedCode(secret, Date.now() + shift) === code);
