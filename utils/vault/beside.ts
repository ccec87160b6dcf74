import { type Bytes, fromBase64, randomBytes, readUtf8, toBase64, utf8 } from '../bytes';
import type { VaultKeys } from './keys';

/**
 * Small texts kept beside the vault, of this browser only: in no backup, in no merge, no loss where they are lost. They
 * name portals, so they are sealed like a record, each bound to its name.
 */
const NONCE_LENGTH = 12;

/** @returns base64 of nonce and ciphertext */
export async function sealBeside(
  keys: VaultKeys,
  vaultId: string,
  name: string,
  text: string,
): Promise<string> {
  const nonce = randomBytes(NONCE_LENGTH);
  const sealed = await crypto.subtle.encrypt(cipher(nonce, vaultId, name), keys.records, utf8(text));
  return toBase64(new Uint8Array([...nonce, ...new Uint8Array(sealed)]));
}

/** Null where it was sealed under another key, for another name, or is spoilt. */
export async function openBeside(
  keys: VaultKeys,
  vaultId: string,
  name: string,
  sealed: string,
): Promise<string | null> {
  try {
    const bytes = fromBase64(sealed);
    const nonce = bytes.slice(0, NONCE_LENGTH);
    const algorithm = cipher(nonce, vaultId, name);
    return readUtf8(
      new Uint8Array(await crypto.subtle.decrypt(algorithm, keys.records, bytes.slice(NONCE_LENGTH))),
    );
  } catch {
    return null;
  }
}

function cipher(iv: Bytes, vaultId: string, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(JSON.stringify(['beside', vaultId, name])) };
}
