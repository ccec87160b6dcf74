import { readLocal, tryWriteLocal } from './local';

/** Sealed: which accounts were used on which day. A note that is lost is a list in another order. */
const key = (vaultId: string) => `used-days/${vaultId}`;

export async function readUsedDays(vaultId: string): Promise<string | null> {
  const sealed = await readLocal(key(vaultId));
  return typeof sealed === 'string' ? sealed : null;
}

export async function writeUsedDays(vaultId: string, sealed: string): Promise<void> {
  await tryWriteLocal(key(vaultId), sealed);
}
