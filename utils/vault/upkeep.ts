import type { Bytes } from '../bytes';
import { Failure } from '../failure';
import type { Tombstone } from './account';
import { VAULT_SCHEMA, type VaultHeader, withSlots } from './header';
import { isUpToDate, newPasswordKdf, type PasswordKdf } from './kdf';
import { createPasswordSlot } from './key-slots';
import { saveVault } from './save';
import type { Stores } from './store';
import { goneAt, KEPT_FOR } from './trash';
import { allAccounts, type OpenVault, storedForm } from './vault';

export interface Unlocked {
  readonly vault: OpenVault;
  readonly vaultKey: Bytes;
  /** The password, where that is what opened it. */
  readonly password: string | null;
}

/**
 * What is done for a vault at each unlock: an older form brought to today's, a password slot below today's parameters
 * wrapped anew, the trash emptied of what lay there for 30 days.
 * @throws Failure `not-saved`; the vault is then as good as before
 */
export async function keepUp(
  stores: Stores,
  { vault, vaultKey, password }: Unlocked,
  kdf: PasswordKdf['name'],
  now: number,
): Promise<OpenVault> {
  const migrated = await migrateVault(stores, vault, now);
  const header = await wrapAnew(migrated.header, vaultKey, password, kdf);
  const contents = purgeable(migrated, now);
  const { migratedAt, vaultId } = migrated.header;
  if (migratedAt !== null && now - migratedAt >= KEPT_FOR)
    await stores.snapshots.remove(vaultId, 'before-migration');
  if (!header && contents.length === 0) return migrated;
  return saveVault(stores, migrated, header ? { header, contents } : { contents });
}

/** The vault as it was is kept beside first, whole; then everything is sealed anew in one commit. */
async function migrateVault(stores: Stores, vault: OpenVault, now: number): Promise<OpenVault> {
  const { header } = vault;
  if (header.schema === VAULT_SCHEMA) return vault;
  await stores.snapshots.write('before-migration', storedForm(vault));
  if (!(await stores.snapshots.read(header.vaultId, 'before-migration'))) throw new Failure('not-saved');
  return saveVault(stores, vault, {
    header: { ...header, nickname: header.nickname ?? '', schema: VAULT_SCHEMA, migratedAt: now },
    contents: [...vault.contents.values()],
  });
}

async function wrapAnew(
  header: VaultHeader,
  vaultKey: Bytes,
  password: string | null,
  kdf: PasswordKdf['name'],
): Promise<VaultHeader | null> {
  const old = header.slots.find((slot) => slot.kind === 'password');
  if (password === null || !old || isUpToDate(old.kdf, kdf)) return null;
  return withSlots(header, await createPasswordSlot(vaultKey, password, header, newPasswordKdf(kdf)));
}

/** Retired accounts whose time in the trash is over. */
function purgeable(vault: OpenVault, now: number): Tombstone[] {
  const all = allAccounts(vault);
  return all
    .filter((account) => now >= (goneAt(account, all) ?? Number.POSITIVE_INFINITY))
    .map(({ id }) => ({ id, purgedAt: now }));
}
