import { argon2id } from 'hash-wasm';
import { type Bytes, randomBytes } from '../bytes';
import { Failure } from '../failure';
import { hkdf } from './keys';

/** Argon2id v1.3 (RFC 9106), one lane: more buys the defender nothing where there are no threads. */
export interface Argon2Kdf {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: Bytes;
}

/** PBKDF2-HMAC-SHA-256 (RFC 8018), for practices that must keep to FIPS-approved algorithms. */
export interface Pbkdf2Kdf {
  readonly name: 'pbkdf2-sha256';
  readonly iterations: number;
  readonly salt: Bytes;
}

/** For what is random already: a recovery key, or what a passkey gives. */
export interface HkdfKdf {
  readonly name: 'hkdf-sha256';
  readonly salt: Bytes;
}

export type PasswordKdf = Argon2Kdf | Pbkdf2Kdf;
export type Kdf = PasswordKdf | HkdfKdf;

const PBKDF2_ITERATIONS = 1_000_000;

/** Today's parameters, with a new salt. */
export function newPasswordKdf(name: PasswordKdf['name']): PasswordKdf {
  const salt = randomBytes(16);
  if (name === 'pbkdf2-sha256') return { name, iterations: PBKDF2_ITERATIONS, salt };
  return { name, memoryKiB: 65536, iterations: 3, parallelism: 1, salt };
}

/** Of the kind wanted, and no weaker than today's parameters; otherwise the slot is wrapped anew at the next unlock. */
export function isUpToDate(kdf: PasswordKdf, wanted: PasswordKdf['name']): boolean {
  if (kdf.name !== wanted) return false;
  if (kdf.name === 'pbkdf2-sha256') return kdf.iterations >= PBKDF2_ITERATIONS;
  return kdf.memoryKiB >= 65536 && kdf.memoryKiB * kdf.iterations >= 3 * 65536;
}

/**
 * The key-encryption key of a slot: AES-256-GCM, not extractable.
 * @param purpose HKDF label of what is random already
 * @throws Failure `kdf-refused`
 */
export async function deriveKek(kdf: Kdf, credential: Bytes, purpose: string): Promise<CryptoKey> {
  requireSaneParameters(kdf);
  const aes = { name: 'AES-GCM', length: 256 };
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  if (kdf.name === 'argon2id') {
    const key = await argon2id({
      password: credential,
      salt: kdf.salt,
      memorySize: kdf.memoryKiB,
      iterations: kdf.iterations,
      parallelism: kdf.parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
    return crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, usages);
  }
  const method = kdf.name === 'hkdf-sha256' ? 'HKDF' : 'PBKDF2';
  const base = await crypto.subtle.importKey('raw', credential, method, false, ['deriveKey']);
  const derivation =
    kdf.name === 'hkdf-sha256'
      ? { ...hkdf('', purpose), salt: kdf.salt }
      : { name: method, hash: 'SHA-256', salt: kdf.salt, iterations: kdf.iterations };
  return crypto.subtle.deriveKey(derivation, base, aes, false, usages);
}

/** Checked before any memory or time is taken: a slot made weaker, or made to exhaust the machine, is not ours. */
function requireSaneParameters(kdf: Kdf): void {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const salted = within(kdf.salt.length, 16, 64);
  const sane =
    kdf.name === 'hkdf-sha256' ||
    (kdf.name === 'pbkdf2-sha256' && within(kdf.iterations, 600_000, 10_000_000)) ||
    (kdf.name === 'argon2id' &&
      within(kdf.memoryKiB, 19 * 1024, 256 * 1024) &&
      within(kdf.iterations, kdf.memoryKiB < 46 * 1024 ? 2 : 1, 10) &&
      within(kdf.parallelism, 1, 16));
  if (!salted || !sane) throw new Failure('kdf-refused');
}
