import { argon2id } from 'hash-wasm';
import { type Bytes, randomBytes, utf8 } from '../bytes';
import { Failure } from '../failure';
import { hkdf } from './keys';

/** Argon2id v1.3 (RFC 9106), one lane: more buys the defender nothing where there are no threads. */
export interface PasswordKdf {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  readonly salt: Bytes;
}

/** For a key that is random already. */
export interface RecoveryKdf {
  readonly name: 'hkdf-sha256';
  readonly salt: Bytes;
}

/**
 * One way in: a key-encryption key, derived from what a person has, wraps the vault key. Slots are
 * independent; changing a password rewrites one slot and no record.
 */
export interface KeySlot {
  readonly slotId: string;
  readonly kind: 'password' | 'recovery';
  readonly kdf: PasswordKdf | RecoveryKdf;
  readonly nonce: Bytes;
  readonly wrappedKey: Bytes;
}

/** What a slot belongs to, authenticated with it. */
export interface SlotOwner {
  readonly vaultId: string;
  readonly keyId: string;
}

export async function createPasswordSlot(
  vaultKey: Bytes,
  password: string,
  owner: SlotOwner,
): Promise<KeySlot> {
  const kdf: PasswordKdf = {
    name: 'argon2id',
    memoryKiB: 65536,
    iterations: 3,
    parallelism: 1,
    salt: randomBytes(16),
  };
  return wrap(
    vaultKey,
    { slotId: crypto.randomUUID(), kind: 'password', kdf },
    passwordBytes(password),
    owner,
  );
}

export async function createRecoverySlot(
  vaultKey: Bytes,
  recoveryKey: Bytes,
  owner: SlotOwner,
): Promise<KeySlot> {
  const kdf: RecoveryKdf = { name: 'hkdf-sha256', salt: randomBytes(16) };
  return wrap(vaultKey, { slotId: crypto.randomUUID(), kind: 'recovery', kdf }, recoveryKey, owner);
}

/** The vault key, or null where the password or recovery key is not this slot's. @throws Failure `kdf-refused` */
export async function openSlot(
  slot: KeySlot,
  credential: string | Bytes,
  owner: SlotOwner,
): Promise<Bytes | null> {
  const bytes = typeof credential === 'string' ? passwordBytes(credential) : credential;
  const kek = await deriveKek(slot.kdf, bytes);
  try {
    const vaultKey = await crypto.subtle.decrypt(cipher(slot.nonce, slot, owner), kek, slot.wrappedKey);
    return new Uint8Array(vaultKey);
  } catch {
    return null;
  }
}

async function wrap(
  vaultKey: Bytes,
  slot: Pick<KeySlot, 'slotId' | 'kind' | 'kdf'>,
  credential: Bytes,
  owner: SlotOwner,
): Promise<KeySlot> {
  const nonce = randomBytes(12);
  const kek = await deriveKek(slot.kdf, credential);
  const wrappedKey = await crypto.subtle.encrypt(cipher(nonce, slot, owner), kek, vaultKey);
  return { ...slot, nonce, wrappedKey: new Uint8Array(wrappedKey) };
}

async function deriveKek(kdf: PasswordKdf | RecoveryKdf, credential: Bytes): Promise<CryptoKey> {
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  if (kdf.name === 'hkdf-sha256') {
    const base = await crypto.subtle.importKey('raw', credential, 'HKDF', false, ['deriveKey']);
    const salted = { ...hkdf('', 'recovery'), salt: kdf.salt };
    return crypto.subtle.deriveKey(salted, base, { name: 'AES-GCM', length: 256 }, false, usages);
  }
  requireSaneParameters(kdf);
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

/** Checked before any memory is taken: a slot made weaker, or made to exhaust the machine, is not ours. */
function requireSaneParameters({ memoryKiB, iterations, parallelism, salt }: PasswordKdf): void {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  const sane =
    within(memoryKiB, 19 * 1024, 256 * 1024) &&
    within(iterations, memoryKiB < 46 * 1024 ? 2 : 1, 10) &&
    within(parallelism, 1, 16) &&
    within(salt.length, 16, 64);
  if (!sane) throw new Failure('kdf-refused');
}

/** One spelling for keyboards that compose accents differently. */
function passwordBytes(password: string): Bytes {
  return utf8(password.normalize('NFKC'));
}

function cipher(
  iv: Bytes,
  { slotId, kind, kdf }: Pick<KeySlot, 'slotId' | 'kind' | 'kdf'>,
  { vaultId, keyId }: SlotOwner,
): AesGcmParams {
  const parameters = { ...kdf, salt: Array.from(kdf.salt) };
  const bound = [
    vaultId,
    keyId,
    slotId,
    kind,
    Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return { name: 'AES-GCM', iv, additionalData: utf8(JSON.stringify(bound)) };
}
