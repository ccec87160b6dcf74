import { readLocal, tryWriteLocal } from './local';

/** Sealed: when this vault was opened, and by what. Of this browser only; one that is lost is a list that begins anew. */
const key = (vaultId: string) => `unlock-history/${vaultId}`;

export async function readUnlockHistory(vaultId: string): Promise<string | null> {
  const sealed = await readLocal(key(vaultId));
  return typeof sealed === 'string' ? sealed : null;
}

export async function writeUnlockHistory(vaultId: string, sealed: string): Promise<void> {
  await tryWriteLocal(key(vaultId), sealed);
}
