import { browser } from 'wxt/browser';
import { type Bytes, fromBase64, toBase64 } from '../bytes';

/** The vault key while the vault is open, and when that ends. */
export interface SessionKey {
  readonly vaultId: string;
  readonly vaultKey: Bytes;
  /** The header's name for it: another one there means that the key was changed meanwhile. */
  readonly keyId: string;
  readonly unlockedAt: number;
  /** The absolute limit. */
  readonly deadline: number;
  /** When a person was last known to be at the computer. */
  readonly lastPresent: number;
}

const KEY = 'session-key';

/** In `storage.session`: memory only, trusted contexts only, gone with the browser. Survives the worker's death. */
export async function readSessionKey(): Promise<SessionKey | null> {
  const stored = (await browser.storage.session.get(KEY))[KEY] as
    | (Omit<SessionKey, 'vaultKey'> & { vaultKey: string })
    | undefined;
  return stored ? { ...stored, vaultKey: fromBase64(stored.vaultKey) } : null;
}

export async function writeSessionKey(session: SessionKey): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...session, vaultKey: toBase64(session.vaultKey) } });
}

export async function removeSessionKey(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
