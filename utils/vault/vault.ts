import type { Bytes } from '../bytes';
import { Failure } from '../failure';
import { type Account, type Content, isTombstone, parseContent } from './account';
import { VAULT_SCHEMA, type VaultHeader } from './header';
import { deriveVaultKeys, type VaultKeys } from './keys';
import { hashRecord, isManifestTrue, type Manifest } from './manifest';
import { open, type SealedRecord } from './sealing';
import type { StoredVault } from './store';

/** A vault that is open. A value: saving gives the next one. */
export interface OpenVault {
  readonly header: VaultHeader;
  readonly manifest: Manifest;
  readonly keys: VaultKeys;
  /** The records as they are on the disk, by id. */
  readonly sealed: ReadonlyMap<string, SealedRecord>;
  /** What they hold, by id. */
  readonly contents: ReadonlyMap<string, Content>;
  /** Records that are missing, older than the manifest says, or do not open; the others are as good as ever. */
  readonly damaged: readonly string[];
}

/** @throws Failure `damaged` where the manifest is not of this key and header, `from-newer-version` */
export async function openVault(
  { header, manifest, records }: StoredVault,
  vaultKey: Bytes,
): Promise<OpenVault> {
  if (header.schema > VAULT_SCHEMA) throw new Failure('from-newer-version');
  const keys = await deriveVaultKeys(vaultKey, header.vaultId);
  if (!(await isManifestTrue(keys.manifest, manifest, header))) throw new Failure('damaged');
  const stored = new Map(records.map((record) => [record.recordId, record]));
  const opened = await Promise.all(
    manifest.marks.map(async ({ recordId, version, hash }) => {
      const record = stored.get(recordId);
      if (record?.version !== version || (await hashRecord(record)) !== hash) return null;
      const bytes = await open(keys.records, record, header.vaultId);
      return bytes && { record, content: parseContent(bytes, record.schema) };
    }),
  );
  const sealed = new Map<string, SealedRecord>();
  const contents = new Map<string, Content>();
  for (const each of opened) {
    if (!each) continue;
    sealed.set(each.record.recordId, each.record);
    contents.set(each.record.recordId, each.content);
  }
  const damaged = manifest.marks.flatMap(({ recordId }) => (contents.has(recordId) ? [] : [recordId]));
  return { header, manifest, keys, sealed, contents, damaged };
}

/** The vault as it is stored: what a snapshot keeps. */
export function storedForm({ header, manifest, sealed }: OpenVault): StoredVault {
  return { header, manifest, records: [...sealed.values()] };
}

/** All accounts, the retired ones too, oldest first. */
export function allAccounts(vault: OpenVault): Account[] {
  return [...vault.contents.values()]
    .filter((content): content is Account => !isTombstone(content))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** The accounts in use, oldest first. */
export function activeAccounts(vault: OpenVault): Account[] {
  return allAccounts(vault).filter(({ retired }) => !retired);
}

/** @throws Failure `no-such-account` */
export function findAccount(vault: OpenVault, accountId: string): Account {
  const content = vault.contents.get(accountId);
  if (!content || isTombstone(content)) throw new Failure('no-such-account');
  return content;
}

/** How often this record was written; restoring from a backup carries the number along. */
export function versionOf(vault: OpenVault, recordId: string): number {
  return vault.sealed.get(recordId)?.version ?? 0;
}
