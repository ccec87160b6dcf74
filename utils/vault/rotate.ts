import { randomBytes } from '../bytes';
import { Failure } from '../failure';
import type { VaultHeader } from './header';
import type { PasswordKdf } from './kdf';
import { createFirstSlots } from './key-slots';
import { deriveVaultKeys, VAULT_KEY_LENGTH } from './keys';
import { nextManifest } from './manifest';
import { keepSnapshots, sealContent } from './save';
import type { Stores } from './store';
import { type OpenVault, openVault, versionOf } from './vault';

/**
 * Gives the vault a new key: every record sealed anew, one password slot, one new recovery key, and nothing else that
 * opens it. Whoever knew a way in before has one no more, but for copies of the disk made before.
 * @throws Failure `records-damaged` where a record cannot be opened and so not be sealed anew, `not-saved`
 */
export async function rotateVaultKey(
  { vaults, snapshots }: Stores,
  vault: OpenVault,
  password: string,
  kdf: PasswordKdf['name'],
) {
  if (vault.damaged.length > 0) throw new Failure('records-damaged', vault.damaged.length);
  const vaultKey = randomBytes(VAULT_KEY_LENGTH);
  const owner = { vaultId: vault.header.vaultId, keyId: crypto.randomUUID() };
  const { slots, recoveryKey } = await createFirstSlots(vaultKey, password, owner, kdf);
  const header: VaultHeader = { ...vault.header, ...owner, slots, recoveryConfirmed: false };
  const keys = await deriveVaultKeys(vaultKey, owner.vaultId);
  const records = await Promise.all(
    [...vault.contents.values()].map((content) =>
      sealContent(keys, owner, content, versionOf(vault, content.id) + 1),
    ),
  );
  const manifest = await nextManifest(keys.manifest, header, vault.manifest, records);
  const rotated = await openVault({ header, manifest, records }, vaultKey);
  if (rotated.damaged.length > 0) throw new Failure('not-saved');
  try {
    await vaults.commit({ header, manifest, records, events: [] });
    const back = await openVault(await vaults.read(owner.vaultId), vaultKey);
    if (back.damaged.length > 0) throw new Failure('not-saved');
    await keepSnapshots(snapshots, back, 'both');
    return { vault: back, vaultKey, recoveryKey };
  } catch {
    throw new Failure('not-saved');
  }
}
