import { type Bytes, randomBytes, utf8 } from '../bytes';
import { deriveKek, type HkdfKdf, type Kdf, newPasswordKdf, type PasswordKdf } from './kdf';
import { createRecoveryKey, formatRecoveryKey } from './recovery-key';

/**
 * One way in: a key-encryption key, derived from what a person has, wraps the vault key. Slots are
 * independent; changing a password rewrites one slot and no record.
 */
export type KeySlot = PasswordSlot | RecoverySlot | PasskeySlot;

interface Wrapped {
  readonly slotId: string;
  readonly nonce: Bytes;
  readonly wrappedKey: Bytes;
}

export interface PasswordSlot extends Wrapped {
  readonly kind: 'password';
  readonly kdf: PasswordKdf;
}

export interface RecoverySlot extends Wrapped {
  readonly kind: 'recovery';
  readonly kdf: HkdfKdf;
}

/** A passkey that answers a fixed salt with the same 32 bytes each time (WebAuthn PRF). */
export interface PasskeySlot extends Wrapped, Passkey {
  readonly kind: 'passkey';
  readonly kdf: HkdfKdf;
}

export interface Passkey {
  readonly credentialId: Bytes;
  /** What the passkey is asked with: 32 random bytes of its own. */
  readonly prfSalt: Bytes;
  /** The person's name for it, stored in clear. */
  readonly name: string;
  readonly addedAt: number;
}

/** What a slot belongs to, authenticated with it. */
export interface SlotOwner {
  readonly vaultId: string;
  readonly keyId: string;
}

/** The two ways into a vault with a new key, and the recovery key as it is written down. */
export async function createFirstSlots(
  vaultKey: Bytes,
  password: string,
  owner: SlotOwner,
  kdf: PasswordKdf['name'],
): Promise<{ slots: KeySlot[]; recoveryKey: string }> {
  const recoveryKey = createRecoveryKey();
  const slots = [
    await createPasswordSlot(vaultKey, password, owner, newPasswordKdf(kdf)),
    await createRecoverySlot(vaultKey, recoveryKey, owner),
  ];
  return { slots, recoveryKey: formatRecoveryKey(recoveryKey).join('-') };
}

export function createPasswordSlot(
  vaultKey: Bytes,
  password: string,
  owner: SlotOwner,
  kdf: PasswordKdf = newPasswordKdf('argon2id'),
): Promise<PasswordSlot> {
  return wrap(vaultKey, { slotId: crypto.randomUUID(), kind: 'password', kdf }, password, owner);
}

export function createRecoverySlot(
  vaultKey: Bytes,
  recoveryKey: Bytes,
  owner: SlotOwner,
): Promise<RecoverySlot> {
  return wrap(
    vaultKey,
    { slotId: crypto.randomUUID(), kind: 'recovery', kdf: newHkdf() },
    recoveryKey,
    owner,
  );
}

/** @param prf what the passkey answered to `passkey.prfSalt`: 32 bytes */
export function createPasskeySlot(
  vaultKey: Bytes,
  passkey: Passkey,
  prf: Bytes,
  owner: SlotOwner,
): Promise<PasskeySlot> {
  const slot = { ...passkey, slotId: crypto.randomUUID(), kind: 'passkey', kdf: newHkdf() } as const;
  return wrap(vaultKey, slot, prf, owner);
}

/** The vault key, or null where the credential is not this slot's. @throws Failure `kdf-refused` */
export async function openSlot(
  slot: KeySlot,
  credential: string | Bytes,
  owner: SlotOwner,
): Promise<Bytes | null> {
  const kek = await deriveKek(slot.kdf, credentialBytes(credential), slot.kind);
  try {
    const vaultKey = await crypto.subtle.decrypt(cipher(slot.nonce, slot, owner), kek, slot.wrappedKey);
    return new Uint8Array(vaultKey);
  } catch {
    return null;
  }
}

interface Unwrapped {
  readonly slotId: string;
  readonly kind: KeySlot['kind'];
  readonly kdf: Kdf;
}

async function wrap<Slot extends Unwrapped>(
  vaultKey: Bytes,
  slot: Slot,
  credential: string | Bytes,
  owner: SlotOwner,
): Promise<Slot & Wrapped> {
  const nonce = randomBytes(12);
  const kek = await deriveKek(slot.kdf, credentialBytes(credential), slot.kind);
  const wrappedKey = await crypto.subtle.encrypt(cipher(nonce, slot, owner), kek, vaultKey);
  return { ...slot, nonce, wrappedKey: new Uint8Array(wrappedKey) };
}

function newHkdf(): HkdfKdf {
  return { name: 'hkdf-sha256', salt: randomBytes(16) };
}

/** A password in one spelling, for keyboards that compose accents differently. */
function credentialBytes(credential: string | Bytes): Bytes {
  return typeof credential === 'string' ? utf8(credential.normalize('NFKC')) : credential;
}

function cipher(iv: Bytes, { slotId, kind, kdf }: Unwrapped, { vaultId, keyId }: SlotOwner): AesGcmParams {
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
