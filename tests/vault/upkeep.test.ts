import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../utils/bytes';
import { parseKeyUri } from '../../utils/otp/key-uri';
import { createVault } from '../../utils/vault/create';
import { VAULT_SCHEMA, withSlots } from '../../utils/vault/header';
import { createPasswordSlot, type KeySlot } from '../../utils/vault/key-slots';
import { readCopies, recallVault, repairCopies } from '../../utils/vault/recall';
import { parseRecoveryKey } from '../../utils/vault/recovery-key';
import { saveVault } from '../../utils/vault/save';
import type { Snapshot } from '../../utils/vault/snapshot';
import type { StoredVault } from '../../utils/vault/store';
import { KEPT_FOR } from '../../utils/vault/trash';
import { unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { keepUp } from '../../utils/vault/upkeep';
import { activeAccounts, allAccounts, openVault } from '../../utils/vault/vault';
import { testAccount, testStores } from './stores';

const PASSWORD = 'seven teal buses';

describe('a vault of an older schema', () => {
  /** Written by the version that had this schema, and never since. */
  const fixture = JSON.parse(readFileSync('tests/fixtures/vault-schema-1.json', 'utf8'), (_, value) =>
    typeof value?.bytes === 'string' ? fromBase64(value.bytes) : value,
  ) as { password: string; recoveryKey: string; uris: string[]; vault: StoredVault };
  const { vaultId } = fixture.vault.header;

  async function unlocked() {
    const stores = testStores();
    await stores.vaults.repair(fixture.vault);
    const vaultKey = await unlockWithPassword(fixture.vault.header, fixture.password);
    const recalled = await recallVault(await readCopies(stores, vaultId), vaultKey);
    return { stores, vaultKey, recalled };
  }

  it('is brought to this one with every secret the same, and kept beside as it was', async () => {
    const { stores, vaultKey, recalled } = await unlocked();
    await repairCopies(stores, recalled);
    const kept = await keepUp(stores, { vault: recalled.vault, vaultKey, password: null }, 'argon2id', 5_000);
    const again = await recallVault(await readCopies(stores, vaultId), vaultKey);
    for (const vault of [kept, again.vault]) {
      expect(vault.header).toMatchObject({ schema: VAULT_SCHEMA, migratedAt: 5_000, nickname: '' });
      expect([...vault.sealed.values()].map(({ schema }) => schema)).toEqual([3, 3, 3]);
      const secrets = allAccounts(vault).map(({ parameters }) => parameters);
      expect(secrets).toEqual(fixture.uris.map((uri) => parseKeyUri(uri).parameters));
      expect(allAccounts(vault).every(({ changedAt, createdAt }) => changedAt === createdAt)).toBe(true);
      expect(activeAccounts(vault)).toHaveLength(2);
    }
    expect(again).toMatchObject({ wrong: [], late: [] });
    const beside = await stores.snapshots.read(vaultId, 'before-migration');
    expect(beside?.vault()).toEqual(fixture.vault);
    const recovered = await unlockWithRecoveryKey(kept.header, parseRecoveryKey(fixture.recoveryKey));
    expect(recovered).toEqual(vaultKey);
  });

  it('is brought there once: a second time changes nothing, and the copy goes after 30 days', async () => {
    const { stores, vaultKey, recalled } = await unlocked();
    const once = await keepUp(stores, { vault: recalled.vault, vaultKey, password: null }, 'argon2id', 5_000);
    const twice = await keepUp(stores, { vault: once, vaultKey, password: null }, 'argon2id', 6_000);
    expect(twice.manifest).toEqual(once.manifest);
    expect(await stores.snapshots.read(vaultId, 'before-migration')).not.toBeNull();
    await keepUp(stores, { vault: twice, vaultKey, password: null }, 'argon2id', 5_000 + KEPT_FOR);
    expect(await stores.snapshots.read(vaultId, 'before-migration')).toBeNull();
  });

  it('stays as it was where the disk refuses, at the copy beside or at the switch', async () => {
    for (const fault of ['snapshots', 'vaults'] as const) {
      const { stores, vaultKey, recalled } = await unlocked();
      const refuse = () => Promise.reject(new Error('full'));
      const faulty = { ...stores, [fault]: { ...stores[fault], write: refuse, commit: refuse } };
      const unlockedNow = { vault: recalled.vault, vaultKey, password: null };
      await expect(keepUp(faulty, unlockedNow, 'argon2id', 5_000)).rejects.toThrow();
      expect(await stores.vaults.read(vaultId)).toEqual(fixture.vault);
    }
  });
});

describe('at each unlock', () => {
  async function made(kdf: 'argon2id' | 'pbkdf2-sha256') {
    const stores = testStores();
    const created = await createVault(stores, { password: PASSWORD, nickname: '', kdf }, 1_000);
    return { stores, ...created };
  }
  const passwordKdf = (slots: readonly KeySlot[]) => slots.find(({ kind }) => kind === 'password')!.kdf;

  it('a password slot below today, or of the other kind, is wrapped anew, in every place', async () => {
    const { stores, vault, vaultKey } = await made('pbkdf2-sha256');
    const weak = { name: 'argon2id', memoryKiB: 19456, iterations: 2, parallelism: 1 } as const;
    const kdf = { ...weak, salt: new Uint8Array(16) };
    const slot = await createPasswordSlot(vaultKey, PASSWORD, vault.header, kdf);
    const weakened = await saveVault(stores, vault, { header: withSlots(vault.header, slot) });
    const kept = await keepUp(stores, { vault: weakened, vaultKey, password: PASSWORD }, 'argon2id', 2_000);
    expect(passwordKdf(kept.header.slots)).toMatchObject({ memoryKiB: 65536, iterations: 3 });
    for (const copy of Object.values(await readCopies(stores, vault.header.vaultId))) {
      const { header } = (copy as Snapshot).vault();
      expect(passwordKdf(header.slots)).toMatchObject({ memoryKiB: 65536 });
      expect(await unlockWithPassword(header, PASSWORD)).toEqual(vaultKey);
    }
    const fips = await keepUp(stores, { vault: kept, vaultKey, password: PASSWORD }, 'pbkdf2-sha256', 3_000);
    expect(passwordKdf(fips.header.slots).name).toBe('pbkdf2-sha256');
    expect(fips.header.slots).toHaveLength(2);
  });

  it('nothing is written where all is as it should be, or no password is at hand', async () => {
    const { stores, vault, vaultKey } = await made('pbkdf2-sha256');
    const same = await keepUp(stores, { vault, vaultKey, password: PASSWORD }, 'pbkdf2-sha256', 2_000);
    const without = await keepUp(stores, { vault, vaultKey, password: null }, 'argon2id', 2_000);
    expect([same.manifest, without.manifest]).toEqual([vault.manifest, vault.manifest]);
  });

  it('what was removed 30 days ago goes, its name and secret with it; nothing else does', async () => {
    const { stores, vault, vaultKey } = await made('pbkdf2-sha256');
    const now = 10 * KEPT_FOR;
    const retired = (days: number, why: 'removed' | 'replaced') => ({
      at: now - days * (KEPT_FOR / 30),
      why,
    });
    const contents = [
      testAccount('old', { retired: retired(30, 'removed') }),
      testAccount('young', { retired: retired(29.9, 'removed') }),
      testAccount('replaced', { retired: retired(90, 'replaced') }),
      testAccount('working', { retired: { ...retired(90, 'replaced'), by: 'id-used' } }),
      testAccount('due', { retired: { ...retired(90, 'replaced'), by: 'id-accepted' } }),
      testAccount('accepted', { verifiedAt: now - 2 * KEPT_FOR }),
      testAccount('used'),
    ];
    const full = await saveVault(stores, vault, { contents });
    const kept = await keepUp(stores, { vault: full, vaultKey, password: null }, 'pbkdf2-sha256', now);
    const left = ['id-accepted', 'id-replaced', 'id-used', 'id-working', 'id-young'];
    expect(allAccounts(kept).map(({ id }) => id)).toEqual(left);
    const { contents: stored } = await openVault(await stores.vaults.read(vault.header.vaultId), vaultKey);
    expect(stored.get('id-old')).toEqual({ id: 'id-old', purgedAt: now });
  });
});
