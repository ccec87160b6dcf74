import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { createVaultStore } from '../../utils/platform/vault-store';
import type { SealedRecord } from '../../utils/vault/sealing';
import type { VaultCommit } from '../../utils/vault/store';

const bytes = new Uint8Array([1]);
const record = (recordId: string): SealedRecord => ({
  recordId,
  type: 'account',
  schema: 1,
  version: 1,
  keyId: 'key',
  nonce: bytes,
  ciphertext: bytes,
});

function commit(vaultId: string, generation: number, change: Partial<VaultCommit> = {}): VaultCommit {
  const header = {
    vaultId,
    schema: 1,
    keyId: 'key',
    createdAt: 1,
    migratedAt: null,
    nickname: '',
    slots: [],
    recoveryConfirmed: false,
  };
  return {
    header,
    manifest: { generation, previous: bytes, marks: [], mac: bytes },
    records: [],
    events: [],
    ...change,
  };
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('the vault store', () => {
  it('keeps header, manifest, records and events of one commit', async () => {
    const store = createVaultStore();
    await store.create(commit('a', 1));
    await store.commit(
      commit('a', 2, { records: [record('one'), record('two')], events: [record('event')] }),
    );
    expect((await store.read('a')).records).toEqual([record('one'), record('two')]);
    expect((await store.readBack('a', ['two', 'none'])).records).toEqual([record('two')]);
    expect((await createVaultStore().read('a')).manifest.generation).toBe(2);
  });

  it('writes all of a commit or nothing of it', async () => {
    const store = createVaultStore();
    await store.create(commit('b', 1));
    const unwritable = { ...record('bad'), nonce: (() => {}) as never };
    await expect(store.commit(commit('b', 2, { records: [record('good'), unwritable] }))).rejects.toThrow();
    const { records, manifest } = await store.read('b');
    expect({ records, generation: manifest.generation }).toEqual({ records: [], generation: 1 });
  });

  it('refuses a commit that does not follow the last one', async () => {
    const store = createVaultStore();
    await store.create(commit('c', 1));
    await store.commit(commit('c', 2));
    await expect(store.commit(commit('c', 2))).rejects.toMatchObject({ code: 'not-saved' });
    await expect(store.create(commit('c', 1))).rejects.toMatchObject({ code: 'not-saved' });
    expect((await store.read('c')).manifest.generation).toBe(2);
  });

  it('calls a vault that is gone damaged, and creates nothing in its place', async () => {
    await expect(createVaultStore().read('gone')).rejects.toMatchObject({ code: 'damaged' });
    expect(await names()).not.toContain('vault-gone');
    // The control: this is what opening does where nobody forbids it.
    (await openDB('vault-silently-made', 1)).close();
    expect(await names()).toContain('vault-silently-made');
  });

  it('calls a vault without its header damaged', async () => {
    await createVaultStore().create(commit('d', 1));
    const database = await openDB('vault-d', 1);
    await database.delete('vault', 'header');
    database.close();
    await expect(createVaultStore().read('d')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('puts a vault back where one was lost, and where an older one is', async () => {
    const store = createVaultStore();
    const { events: _, ...whole } = commit('e', 7, { records: [record('one')] });
    await store.repair(whole);
    expect(await store.read('e')).toEqual(whole);
    await store.create(commit('f', 1));
    await store.repair({ ...whole, header: { ...whole.header, vaultId: 'f' } });
    expect((await createVaultStore().read('f')).manifest.generation).toBe(7);
  });

  it('takes nothing away to put a vault back where the disk is full', async () => {
    const store = createVaultStore();
    await store.create(commit('g', 1));
    const { events: _, ...whole } = commit('g', 7);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.repair(whole)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    put.mockRestore();
    expect((await createVaultStore().read('g')).manifest.generation).toBe(1);
  });
});
