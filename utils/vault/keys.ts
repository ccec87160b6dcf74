import { type Bytes, utf8 } from '../bytes';

/** Length in bytes of the vault key, which is random and never derived from a password. */
export const VAULT_KEY_LENGTH = 32;

/** What the vault key is used for; neither can be exported. */
export interface VaultKeys {
  readonly records: CryptoKey;
  readonly manifest: CryptoKey;
}

/** HKDF-SHA-256 (RFC 5869) of the vault key, salted with the vault id, one label a purpose. */
export async function deriveVaultKeys(vaultKey: Bytes, vaultId: string): Promise<VaultKeys> {
  const base = await crypto.subtle.importKey('raw', vaultKey, 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, type: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(hkdf(vaultId, purpose), base, type, false, usages);
  const [records, manifest] = await Promise.all([
    derive('records', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('manifest', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign', 'verify']),
  ]);
  return { records, manifest };
}

export function hkdf(salt: string, purpose: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info: utf8(`lanyard/1/${purpose}`) };
}
