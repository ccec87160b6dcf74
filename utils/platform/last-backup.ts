import { readLocal, tryWriteLocal } from './local';

const key = (vaultId: string) => `last-backup/${vaultId}`;

/** When the last backup of this vault was handed out, or null. A backup is not undone by a date that is lost. */
export async function readLastBackup(vaultId: string): Promise<number | null> {
  const { at } = ((await readLocal(key(vaultId))) ?? {}) as { at?: unknown };
  return typeof at === 'number' ? at : null;
}

export async function writeLastBackup(vaultId: string, at: number): Promise<void> {
  await tryWriteLocal(key(vaultId), { at });
}
