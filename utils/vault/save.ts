import { equalBytes } from '../bytes';
import { Failure } from '../failure';
import { type Content, formatContent, isTombstone } from './account';
import { VAULT_SCHEMA, type VaultHeader } from './header';
import type { SlotOwner } from './key-slots';
import type { VaultKeys } from './keys';
import { isManifestTrue, nextManifest } from './manifest';
import { open, type SealedRecord, seal } from './sealing';
import type { SnapshotStore, StoredVault, Stores } from './store';
import { type OpenVault, storedForm } from './vault';

export interface VaultChange {
  /** Accounts added or changed, and tombstones. */
  readonly contents?: readonly Content[];
  /** Other key slots, another name or flag. */
  readonly header?: VaultHeader;
  /** Versions brought from a backup, by record id; otherwise each is one more than it was. */
  readonly versions?: ReadonlyMap<string, number>;
}

/**
 * Seals a change and writes it in one commit, reads it back from the disk and opens it again; then keeps a snapshot
 * and reads that back too. A change of key slots goes into both snapshots, so that no old password opens either.
 * @throws Failure `not-saved`; the vault is then the one before, or whole with the change in it
 */
export async function saveVault(
  { vaults, snapshots }: Stores,
  vault: OpenVault,
  change: VaultChange,
): Promise<OpenVault> {
  const header = change.header ?? vault.header;
  const changed = change.contents ?? [];
  const marks = new Map(vault.manifest.marks.map(({ recordId, version }) => [recordId, version]));
  const records = await Promise.all(
    changed.map((content) => {
      const version = change.versions?.get(content.id) ?? (marks.get(content.id) ?? 0) + 1;
      return sealContent(vault.keys, vault.header, content, version);
    }),
  );
  const manifest = await nextManifest(vault.keys.manifest, header, vault.manifest, records);
  const sealed = new Map(vault.sealed);
  for (const record of records) sealed.set(record.recordId, record);
  const contents = new Map(vault.contents);
  for (const content of changed) contents.set(content.id, content);
  const damaged = vault.damaged.filter((id) => !contents.has(id));
  const next = { ...vault, header, manifest, sealed, contents, damaged };
  try {
    await vaults.commit({ header, manifest, records, events: [] });
    const ids = records.map(({ recordId }) => recordId);
    await requireWritten(next, changed, await vaults.readBack(header.vaultId, ids));
    await keepSnapshots(snapshots, next, change.header ? 'both' : 'next', changed);
  } catch {
    throw new Failure('not-saved');
  }
  return next;
}

/** Writes the snapshot whose turn it is, or both, and reads back what is there now. @throws Failure `not-saved` */
export async function keepSnapshots(
  snapshots: SnapshotStore,
  vault: OpenVault,
  which: 'next' | 'both',
  changed: readonly Content[] = [],
): Promise<void> {
  const slot = snapshotSlot(vault.manifest.generation);
  const slots = which === 'next' ? [slot] : [slot, slot === 'a' ? ('b' as const) : ('a' as const)];
  for (const each of slots) {
    await snapshots.write(each, storedForm(vault));
    const back = await snapshots.read(vault.header.vaultId, each);
    if (!back) throw new Failure('not-saved');
    await requireWritten(vault, changed, back.vault());
  }
}

/** The two take turns by generation. */
export function snapshotSlot(generation: number): 'a' | 'b' {
  return generation % 2 === 0 ? 'a' : 'b';
}

/** In today's schema, whatever it was read from. */
export function sealContent(
  keys: VaultKeys,
  { vaultId, keyId }: SlotOwner,
  content: Content,
  version: number,
): Promise<SealedRecord> {
  const type = isTombstone(content) ? 'tombstone' : 'account';
  const context = { vaultId, recordId: content.id, type, schema: VAULT_SCHEMA, version, keyId } as const;
  return seal(keys.records, formatContent(content), context);
}

/** What was read back is of this very commit, and every changed record opens and says the same. */
async function requireWritten(vault: OpenVault, changed: readonly Content[], back: StoredVault) {
  const { keys, header, manifest } = vault;
  if (!equalBytes(back.manifest.mac, manifest.mac)) throw new Failure('not-saved');
  if (!(await isManifestTrue(keys.manifest, back.manifest, back.header))) throw new Failure('not-saved');
  const records = new Map(back.records.map((record) => [record.recordId, record]));
  for (const content of changed) {
    const record = records.get(content.id);
    const bytes = record && (await open(keys.records, record, header.vaultId));
    if (!bytes || !equalBytes(bytes, formatContent(content))) throw new Failure('not-saved');
  }
}
