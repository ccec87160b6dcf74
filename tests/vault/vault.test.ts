import { beforeEach, describe, expect, it } from 'vitest';
import { randomBytes } from '../../utils/bytes';
import { createVault } from '../../utils/vault/create';
import { parseRecoveryKey } from '../../utils/vault/recovery-key';
import { saveVault } from '../../utils/vault/save';
import type { SnapshotStore, StoredVault, VaultStore } from '../../utils/vault/store';
import { unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { allAccounts, findAccount, type OpenVault, openVault } from '../../utils/vault/vault';
import { testAccount as account, testStores } from './stores';

const PASSWORD = 'seven teal buses';
const stores = testStores();
const store = stores.vaults;

let vault: OpenVault;
let vaultKey: Awaited<ReturnType<typeof createVault>>['vaultKey'];
let recoveryKey: string;
const accounts = ['sam', 'jane', 'lee'].map((name) => account(name));

beforeEach(async () => {
  ({ vault, vaultKey, recoveryKey } = await createVault(
    stores,
    { password: PASSWORD, nickname: '', kdf: 'argon2id' },
    1_000,
  ));
  vault = await saveVault(stores, vault, { contents: accounts });
});

const stored = () => store.read(vault.header.vaultId);
const reopen = async (change: (stored: StoredVault) => StoredVault = (as) => as) =>
  openVault(change(await stored()), vaultKey);

describe('a vault', () => {
  it('gives back every account, with password or recovery key', async () => {
    expect(allAccounts(await reopen())).toEqual(expect.arrayContaining(accounts));
    const header = await store.readHeader(vault.header.vaultId);
    expect(await unlockWithPassword(header, PASSWORD)).toEqual(vaultKey);
    expect(await unlockWithRecoveryKey(header, parseRecoveryKey(recoveryKey))).toEqual(vaultKey);
    await expect(unlockWithPassword(header, 'seven teal busses')).rejects.toMatchObject({
      code: 'wrong-password',
    });
  });

  it('shows nothing of an account to those without the key', async () => {
    const text = JSON.stringify(await stored(), (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    expect(text).toContain(vault.header.vaultId); // the control: what is in clear is found this way
    for (const word of ['Cliniko', 'sam@', 'harbour']) expect(text).not.toContain(word);
  });

  it('counts the versions of a record and chains its manifests', async () => {
    const saved = await saveVault(stores, vault, { contents: [{ ...accounts[0]!, issuer: 'Renamed' }] });
    expect(saved.manifest.generation).toBe(vault.manifest.generation + 1);
    expect(saved.manifest.previous).toEqual(vault.manifest.mac);
    expect(findAccount(await reopen(), 'id-sam').issuer).toBe('Renamed');
  });

  it('names a record whose ciphertext was changed, and the others are as good as ever', async () => {
    const opened = await reopen((as) => ({
      ...as,
      records: as.records.map((record) => (record.recordId === 'id-jane' ? flip(record) : record)),
    }));
    expect(opened.damaged).toEqual(['id-jane']);
    expect([...opened.contents.keys()].sort()).toEqual(['id-lee', 'id-sam']);
  });

  it('never shows a code under another name: two records swapped are both damaged', async () => {
    const opened = await reopen((as) => {
      const [a, b] = ['id-jane', 'id-sam'].map((id) => as.records.find(({ recordId }) => recordId === id)!);
      const swapped = [
        { ...a!, ciphertext: b!.ciphertext, nonce: b!.nonce },
        { ...b!, ciphertext: a!.ciphertext, nonce: a!.nonce },
      ];
      return { ...as, records: [...swapped, ...as.records.filter(({ recordId }) => recordId === 'id-lee')] };
    });
    expect([...opened.damaged].sort()).toEqual(['id-jane', 'id-sam']);
  });

  it('notices a record that was dropped, and one put back from before', async () => {
    const before = (await stored()).records.find(({ recordId }) => recordId === 'id-sam')!;
    await saveVault(stores, vault, { contents: [{ ...accounts[0]!, issuer: 'Renamed' }] });
    const without = (as: StoredVault) => as.records.filter(({ recordId }) => recordId !== 'id-sam');
    expect((await reopen((as) => ({ ...as, records: without(as) }))).damaged).toEqual(['id-sam']);
    expect((await reopen((as) => ({ ...as, records: [...without(as), before] }))).damaged).toEqual([
      'id-sam',
    ]);
    expect((await reopen()).damaged).toEqual([]); // the control
  });

  it.each([
    ['another key', (as: StoredVault) => as, randomBytes(32)],
    ['another header', (as: StoredVault) => ({ ...as, header: { ...as.header, createdAt: 2 } }), null],
    [
      'a slot taken out',
      (as: StoredVault) => ({ ...as, header: { ...as.header, slots: as.header.slots.slice(1) } }),
      null,
    ],
    [
      'another generation',
      (as: StoredVault) => ({ ...as, manifest: { ...as.manifest, generation: 9 } }),
      null,
    ],
  ])('does not open with %s', async (_, change, key) => {
    await expect(openVault(change(await stored()), key ?? vaultKey)).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  it.each<[string, Partial<VaultStore>]>([
    ['refuses the write', { commit: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }],
    ['forgets the write', { commit: () => Promise.resolve() }],
    ['reads something else back', { readBack: async () => ({ ...(await stored()), records: [] }) }],
  ])('does not say saved where the disk %s, and loses nothing', async (_, fault) => {
    const added = account('new');
    const saving = saveVault({ ...stores, vaults: { ...store, ...fault } }, vault, { contents: [added] });
    await expect(saving).rejects.toMatchObject({ code: 'not-saved' });
    expect(allAccounts(await reopen())).toEqual(expect.arrayContaining(accounts));
  });

  it.each<[string, Partial<SnapshotStore>]>([
    ['refuses it', { write: () => Promise.reject(new Error('full')) }],
    ['forgets it', { write: () => Promise.resolve() }],
    ['spoils it', { read: () => Promise.reject(new Error('spoilt')) }],
  ])('does not say saved where the second store %s', async (_, fault) => {
    const faulty = { ...stores, snapshots: { ...stores.snapshots, ...fault } };
    const saving = saveVault(faulty, vault, { contents: [account('new')] });
    await expect(saving).rejects.toMatchObject({ code: 'not-saved' });
    expect(allAccounts(await reopen())).toEqual(expect.arrayContaining(accounts));
  });
});

function flip<T extends { ciphertext: Uint8Array<ArrayBuffer> }>(record: T): T {
  const ciphertext = record.ciphertext.slice();
  ciphertext[0]! ^= 1;
  return { ...record, ciphertext };
}
