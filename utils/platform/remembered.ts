import { readLocal, tryWriteLocal } from './local';

/** Sealed: which portals remember this browser. A note that is lost is a date that is not shown. */
const key = (vaultId: string) => `remembered/${vaultId}`;

export async function readRemembered(vaultId: string): Promise<string | null> {
  const sealed = await readLocal(key(vaultId));
  return typeof sealed === 'string' ? sealed : null;
}

export async function writeRemembered(vaultId: string, sealed: string): Promise<void> {
  await tryWriteLocal(key(vaultId), sealed);
}
