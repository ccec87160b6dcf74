import { browser } from 'wxt/browser';

/** Wrong passwords in a row; on disk, so that neither a dead worker nor a restart forgives them. */
export interface UnlockAttempts {
  readonly failures: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
}

const key = (vaultId: string) => `unlock-attempts/${vaultId}`;

export async function readAttempts(vaultId: string): Promise<UnlockAttempts> {
  const stored = (await browser.storage.local.get(key(vaultId)))[key(vaultId)] as UnlockAttempts | undefined;
  return stored ?? { failures: 0, lastAt: 0 };
}

export async function writeAttempts(vaultId: string, attempts: UnlockAttempts): Promise<void> {
  await browser.storage.local.set({ [key(vaultId)]: attempts });
}

export async function forgiveAttempts(vaultId: string): Promise<void> {
  await browser.storage.local.remove(key(vaultId));
}
