import { randomBytes } from '../bytes';
import { VAULT_SCHEMA, type VaultHeader } from './header';
import type { PasswordKdf } from './kdf';
import { createFirstSlots } from './key-slots';
import { deriveVaultKeys, VAULT_KEY_LENGTH } from './keys';
import { nextManifest } from './manifest';
import { keepSnapshots } from './save';
import type { Stores } from './store';
import { openVault } from './vault';

export interface NewVault {
  readonly password: string;
  readonly nickname: string;
  readonly kdf: PasswordKdf['name'];
}

/** Makes a vault on the disk: a random vault key in a password slot and a recovery slot. */
export async function createVault(stores: Stores, { password, nickname, kdf }: NewVault, now: number) {
  const vaultKey = randomBytes(VAULT_KEY_LENGTH);
  const owner = { vaultId: crypto.randomUUID(), keyId: crypto.randomUUID() };
  const { slots, recoveryKey } = await createFirstSlots(vaultKey, password, owner, kdf);
  const header: VaultHeader = {
    ...owner,
    schema: VAULT_SCHEMA,
    createdAt: now,
    migratedAt: null,
    nickname,
    slots,
    recoveryConfirmed: false,
  };
  const keys = await deriveVaultKeys(vaultKey, owner.vaultId);
  const manifest = await nextManifest(keys.manifest, header, null, []);
  await stores.vaults.create({ header, manifest, records: [], events: [] });
  const vault = await openVault(await stores.vaults.read(owner.vaultId), vaultKey);
  await keepSnapshots(stores.snapshots, vault, 'both');
  return { vault, vaultKey, recoveryKey };
}
