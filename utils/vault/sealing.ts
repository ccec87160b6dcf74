import { type Bytes, randomBytes, utf8 } from '../bytes';

/** What a sealed record is bound to. A ciphertext moved to any other place does not open. */
export interface SealContext {
  readonly vaultId: string;
  readonly recordId: string;
  readonly type: 'account' | 'tombstone';
  readonly schema: number;
  /** Counts the writes of this record, from 1. */
  readonly version: number;
  readonly keyId: string;
}

export interface SealedRecord extends Omit<SealContext, 'vaultId'> {
  /** 96 random bits, new for every write. */
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
}

/** AES-256-GCM with the context as associated data. */
export async function seal(key: CryptoKey, plaintext: Bytes, context: SealContext): Promise<SealedRecord> {
  const { vaultId, ...record } = context;
  const nonce = randomBytes(12);
  const ciphertext = await crypto.subtle.encrypt(cipher(nonce, context, vaultId), key, plaintext);
  return { ...record, nonce, ciphertext: new Uint8Array(ciphertext) };
}

/** The plaintext, or null where key, context or bytes are not the ones it was sealed with. */
export async function open(key: CryptoKey, record: SealedRecord, vaultId: string): Promise<Bytes | null> {
  try {
    const algorithm = cipher(record.nonce, record, vaultId);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, record.ciphertext));
  } catch {
    return null;
  }
}

function cipher(iv: Bytes, place: Omit<SealContext, 'vaultId'>, vaultId: string): AesGcmParams {
  const { recordId, type, schema, version, keyId } = place;
  const additionalData = utf8(JSON.stringify([vaultId, recordId, type, schema, version, keyId]));
  return { name: 'AES-GCM', iv, additionalData };
}
