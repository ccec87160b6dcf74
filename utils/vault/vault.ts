import { type Bytes, equalBytes, randomBytes } from '../bytes';
import { Failure } from '../failure';
import { ACCOUNT_SCHEMA, type Account, formatAccount, parseAccount } from './account';
import { VAULT_SCHEMA, type VaultHeader } from './header';
import { createPasswordSlot, createRecoverySlot } from './key-slots';
import { deriveVaultKeys, VAULT_KEY_LENGTH, type VaultKeys } from './keys';
import { isManifestTrue, type Manifest, markRecord, nextManifest } from './manifest';
import { createRecoveryKey, formatRecoveryKey } from './recovery-key';
import { open, type SealedRecord, seal } from './sealing';
import type { StoredVault, VaultStore } from './store';

/** A vault that is open. A value: saving gives the next one. */
export interface OpenVault {
  readonly header: VaultHeader;
  readonly manifest: Manifest;
  readonly keys: VaultKeys;
  readonly accounts: ReadonlyMap<string, Account>;
  /** Records that are missing, older than the manifest says, or do not open; the others are as good as ever. */
  readonly damaged: readonly string[];
}

/** Makes a vault on the disk: a random vault key in a password slot and a recovery slot. */
export async function createVault(store: VaultStore, password: string, now: number) {
  const vaultKey = randomBytes(VAULT_KEY_LENGTH);
  const owner = { vaultId: crypto.randomUUID(), keyId: crypto.randomUUID() };
  const recoveryKey = createRecoveryKey();
  const slots = [
    await createPasswordSlot(vaultKey, password, owner),
    await createRecoverySlot(vaultKey, recoveryKey, owner),
  ];
  const header: VaultHeader = {
    ...owner,
    schema: VAULT_SCHEMA,
    createdAt: now,
    slots,
    recoveryConfirmed: false,
  };
  const keys = await deriveVaultKeys(vaultKey, owner.vaultId);
  const manifest = await nextManifest(keys.manifest, header, null, []);
  await store.create({ header, manifest, records: [], events: [] });
  const vault = await openVault(await store.read(owner.vaultId), vaultKey);
  return { vault, vaultKey, recoveryKey: formatRecoveryKey(recoveryKey).join('-') };
}

/** @throws Failure `damaged` where the manifest is not of this key and header */
export async function openVault(
  { header, manifest, records }: StoredVault,
  vaultKey: Bytes,
): Promise<OpenVault> {
  const keys = await deriveVaultKeys(vaultKey, header.vaultId);
  if (!(await isManifestTrue(keys.manifest, manifest, header))) throw new Failure('damaged');
  const stored = new Map(records.map((record) => [record.recordId, record]));
  const opened = await Promise.all(
    manifest.marks.map(async (mark) => {
      const record = stored.get(mark.recordId);
      if (!record || record.version !== mark.version) return null;
      const bytes =
        (await markRecord(record)).hash === mark.hash && (await open(keys.records, record, header.vaultId));
      return bytes ? parseAccount(bytes) : null;
    }),
  );
  const accounts = new Map(opened.flatMap((account) => (account ? [[account.id, account]] : [])));
  const damaged = manifest.marks.flatMap(({ recordId }) => (accounts.has(recordId) ? [] : [recordId]));
  return { header, manifest, keys, accounts, damaged };
}

/**
 * Seals and writes accounts in one commit, reads them back from the disk and opens them again.
 * @throws Failure `not-saved`; the vault on the disk is then the one before
 */
export async function saveAccounts(
  store: VaultStore,
  vault: OpenVault,
  changed: readonly Account[],
): Promise<OpenVault> {
  const { vaultId, keyId } = vault.header;
  const versions = new Map(vault.manifest.marks.map(({ recordId, version }) => [recordId, version]));
  const records = await Promise.all(
    changed.map((account) => {
      const version = (versions.get(account.id) ?? 0) + 1;
      const context = {
        vaultId,
        recordId: account.id,
        type: 'account',
        schema: ACCOUNT_SCHEMA,
        version,
        keyId,
      } as const;
      return seal(vault.keys.records, formatAccount(account), context);
    }),
  );
  const accounts = new Map(vault.accounts);
  for (const account of changed) accounts.set(account.id, account);
  return write(store, { ...vault, accounts }, changed, records);
}

/** Writes a header with other key slots or another flag, by the same road. */
export function saveHeader(store: VaultStore, vault: OpenVault, header: VaultHeader): Promise<OpenVault> {
  return write(store, { ...vault, header }, [], []);
}

async function write(
  store: VaultStore,
  vault: OpenVault,
  changed: readonly Account[],
  records: readonly SealedRecord[],
): Promise<OpenVault> {
  const { header, keys } = vault;
  const manifest = await nextManifest(keys.manifest, header, vault.manifest, records);
  try {
    await store.commit({ header, manifest, records, events: [] });
    const back = await store.readBack(
      header.vaultId,
      records.map(({ recordId }) => recordId),
    );
    if (!equalBytes(back.manifest.mac, manifest.mac)) throw new Failure('not-saved');
    if (!(await isManifestTrue(keys.manifest, back.manifest, back.header))) throw new Failure('not-saved');
    for (const account of changed) {
      const record = back.records.find(({ recordId }) => recordId === account.id);
      const bytes = record && (await open(keys.records, record, header.vaultId));
      if (!bytes || !equalBytes(bytes, formatAccount(account))) throw new Failure('not-saved');
    }
  } catch {
    throw new Failure('not-saved');
  }
  return { ...vault, manifest };
}

/** The accounts in use, oldest first. */
export function activeAccounts(vault: OpenVault): Account[] {
  return [...vault.accounts.values()]
    .filter(({ retired }) => !retired)
    .sort((a, b) => a.createdAt - b.createdAt);
}

/** @throws Failure `no-such-account` */
export function findAccount(vault: OpenVault, accountId: string): Account {
  const account = vault.accounts.get(accountId);
  if (!account) throw new Failure('no-such-account');
  return account;
}
