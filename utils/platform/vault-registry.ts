import { browser } from 'wxt/browser';

/**
 * Which vaults this profile holds, in `storage.local`: another database on disk than the vaults themselves.
 * An id here without a readable vault means damage, never "first run".
 */
export interface VaultRegistry {
  readonly vaultIds: readonly string[];
  readonly current: string;
}

const KEY = 'vaults';

export async function readRegistry(): Promise<VaultRegistry | null> {
  return ((await browser.storage.local.get(KEY))[KEY] as VaultRegistry | undefined) ?? null;
}

/** Adds a vault and makes it the current one. */
export async function registerVault(vaultId: string): Promise<void> {
  const others = (await readRegistry())?.vaultIds ?? [];
  const registry: VaultRegistry = { vaultIds: [...others, vaultId], current: vaultId };
  await browser.storage.local.set({ [KEY]: registry });
}
