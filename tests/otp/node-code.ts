import { createHmac } from 'node:crypto';
import type { OtpParameters } from '../../utils/otp/parameters';

/** RFC 4226 section 5.3 with Node's own cryptography and 64-bit integers: nothing in common with the code tested. */
export function nodeCode({ secret, algorithm, digits }: OtpParameters, step: bigint): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const mac = createHmac(algorithm.toLowerCase(), secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) % 16;
  const number = BigInt(mac.readUInt32BE(offset)) % 2n ** 31n;
  return String(number % 10n ** BigInt(digits)).padStart(digits, '0');
}
