import { createHmac, randomBytes } from 'node:crypto';

/*
 * The portal's side of RFC 6238, on node:crypto alone. It shares nothing with the extension, so that an
 * error in one is not repeated in the other.
 */

export const PERIOD_SECONDS = 30;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238 section 4.2: the number of whole periods since the epoch. */
export const stepAt = (now: number): number => Math.floor(now / 1000 / PERIOD_SECONDS);

/** The HMAC-SHA-1 code of a step (RFC 4226 section 5.3), with leading zeros. */
export function codeOfStep(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** 160 bits, the length RFC 4226 section 4 recommends. */
export const newSecret = (): Buffer => randomBytes(20);

/** RFC 4648 base32 in capitals, without padding. */
export function toBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** The inverse of {@link toBase32}; spaces and case do not matter. Throws on a foreign character. */
export function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text.replace(/\s/g, '').toUpperCase()) {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new RangeError(`not base32: ${letter}`);
    bits += value.toString(2).padStart(5, '0');
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** The key URI a set-up QR code carries. */
export function keyUri(issuer: string, account: string, secret: Uint8Array): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
