import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../../utils/bytes';
import { createVault } from '../../utils/vault/create';
import {
  type Copies,
  newestHeader,
  type Place,
  type Recalled,
  readCopies,
  recallVault,
  repairCopies,
} from '../../utils/vault/recall';
import { saveVault } from '../../utils/vault/save';
import { asSnapshot, type Snapshot } from '../../utils/vault/snapshot';
import type { StoredVault } from '../../utils/vault/store';
import { allAccounts, type OpenVault } from '../../utils/vault/vault';
import { testAccount, testStores } from './stores';

const NAMES = ['jane', 'kim', 'lee', 'sam'];
const stores = testStores();
let vault: OpenVault;
let vaultKey: Bytes;
let copies: Copies;

beforeEach(async () => {
  const wanted = { password: 'seven teal buses', nickname: '', kdf: 'pbkdf2-sha256' } as const;
  ({ vault, vaultKey } = await createVault(stores, wanted, 1_000));
  for (const name of NAMES) vault = await saveVault(stores, vault, { contents: [testAccount(name)] });
  copies = await readCopies(stores, vault.header.vaultId);
});

/** Recalls from these copies, repairs the real stores, and reads them anew. */
async function recall(changes: Partial<Copies>): Promise<Recalled & { after: Recalled }> {
  const recalled = await recallVault({ ...copies, ...changes }, vaultKey);
  await repairCopies(stores, recalled);
  const after = await recallVault(await readCopies(stores, vault.header.vaultId), vaultKey);
  return { ...recalled, after };
}

const names = ({ vault }: Recalled) => allAccounts(vault).map(({ id }) => id.slice(3));
const whole = (place: Place) => copies[place] as Snapshot;

describe('two stores', () => {
  it('agree after every write, the snapshots taking turns', () => {
    const generations = [whole('vault'), whole('b'), whole('a')].map(({ generation }) => generation);
    expect(generations).toEqual([5, 5, 4]);
  });

  it('say nothing where nothing is wrong', async () => {
    const { wrong, late, after } = await recall({});
    expect([wrong, late, names(after)]).toEqual([[], [], NAMES]);
  });

  it.each<[string, () => Partial<Copies>, Place[]]>([
    ['the vault is gone', () => ({ vault: null }), ['vault']],
    ['the vault cannot be read', () => ({ vault: 'damaged' }), ['vault']],
    ['the vault is of last week', () => ({ vault: whole('a') }), ['vault']],
    ['one snapshot is gone', () => ({ b: null }), ['b']],
    ['one snapshot is spoilt', () => ({ a: 'damaged' }), ['a']],
    ['both snapshots are gone', () => ({ a: null, b: null }), ['a', 'b']],
    ['the vault and one snapshot are spoilt', () => ({ vault: 'damaged', a: 'damaged' }), ['vault', 'a']],
    ['a record is missing from the vault', () => ({ vault: without(whole('vault'), 'id-lee') }), ['vault']],
    [
      'the vault lacks a record and the newest snapshot is spoilt',
      () => ({ vault: without(whole('vault'), 'id-lee'), b: 'damaged' }),
      ['vault', 'b'],
    ],
  ])('give everything back where %s, and are put right', async (_, changes, wrong) => {
    const recalled = await recall(changes());
    expect(names(recalled)).toEqual(NAMES);
    expect(recalled.wrong).toEqual(wrong);
    expect(recalled.after).toMatchObject({ wrong: [], late: [], vault: { damaged: [] } });
    expect(names(recalled.after)).toEqual(NAMES);
  });

  it('lose an account where only one of them is kept: the control', async () => {
    const alone = { vault: without(whole('vault'), 'id-lee'), a: null, b: null };
    expect((await recallVault(alone, vaultKey)).vault.damaged).toEqual(['id-lee']);
  });

  it('do not trust a newer copy that is not true', async () => {
    const { manifest, ...rest } = whole('b').vault();
    const forged = asSnapshot({ ...rest, manifest: { ...manifest, generation: 99 } });
    const recalled = await recall({ b: forged });
    expect([names(recalled), recalled.vault.manifest.generation]).toEqual([NAMES, 5]);
    expect(recalled.wrong).toEqual(['b']);
  });

  it('finish quietly what broke off between them', async () => {
    const only = { ...stores, snapshots: { ...stores.snapshots, write: () => Promise.reject(new Error()) } };
    await expect(saveVault(only, vault, { contents: [testAccount('zoe')] })).rejects.toThrow();
    copies = await readCopies(stores, vault.header.vaultId);
    const recalled = await recall({});
    expect([names(recalled), recalled.wrong, recalled.late]).toEqual([[...NAMES, 'zoe'], [], ['a']]);
    expect(recalled.after.late).toEqual([]);
  });

  it('say so where nothing whole is left, and for another key', async () => {
    const nothing = { vault: 'damaged', a: null, b: 'damaged' } as const;
    await expect(recallVault(nothing, vaultKey)).rejects.toMatchObject({ code: 'damaged' });
    expect(() => newestHeader(nothing)).toThrow('damaged');
    await expect(
      recallVault(
        copies,
        vaultKey.map((byte) => byte ^ 1),
      ),
    ).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  it('do not touch what a newer version wrote', async () => {
    const { header, manifest, records } = whole('vault').vault();
    const later = asSnapshot({
      header: { ...header, schema: 99 },
      manifest: { ...manifest, generation: 6 },
      records,
    });
    await expect(recallVault({ ...copies, vault: later }, vaultKey)).rejects.toMatchObject({
      code: 'from-newer-version',
    });
  });
});

function without(copy: Snapshot, recordId: string): Snapshot {
  const stored: StoredVault = copy.vault();
  return asSnapshot({ ...stored, records: stored.records.filter((record) => record.recordId !== recordId) });
}
