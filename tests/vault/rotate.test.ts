import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../../utils/bytes';
import { createVault } from '../../utils/vault/create';
import { readCopies, recallVault } from '../../utils/vault/recall';
import { parseRecoveryKey } from '../../utils/vault/recovery-key';
import { rotateVaultKey } from '../../utils/vault/rotate';
import { saveVault } from '../../utils/vault/save';
import { unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { allAccounts, type OpenVault } from '../../utils/vault/vault';
import { testAccount, testStores } from './stores';

const OLD = 'seven teal buses';
const NEW = 'eight plum trams';
const stores = testStores();
const accounts = ['jane', 'sam'].map((name) => testAccount(name));
let vault: OpenVault;
let vaultKey: Bytes;
let recoveryKey: string;

beforeEach(async () => {
  const wanted = { password: OLD, nickname: '', kdf: 'pbkdf2-sha256' } as const;
  ({ vault, vaultKey, recoveryKey } = await createVault(stores, wanted, 1_000));
  vault = await saveVault(stores, vault, { contents: [...accounts, { id: 'gone', purgedAt: 5 }] });
});

describe('a new vault key', () => {
  it('opens everything, in every place, and the old ways in open nothing', async () => {
    const before = parseRecoveryKey(recoveryKey);
    expect(await unlockWithRecoveryKey(vault.header, before)).toEqual(vaultKey); // the control
    const rotated = await rotateVaultKey(stores, vault, NEW, 'pbkdf2-sha256');
    const copies = await readCopies(stores, vault.header.vaultId);
    for (const copy of Object.values(copies)) {
      if (copy === null || copy === 'damaged') throw new Error('a copy is missing');
      const { header } = copy.vault();
      expect(await unlockWithPassword(header, NEW)).toEqual(rotated.vaultKey);
      expect(await unlockWithRecoveryKey(header, parseRecoveryKey(rotated.recoveryKey))).toEqual(
        rotated.vaultKey,
      );
      await expect(unlockWithPassword(header, OLD)).rejects.toMatchObject({ code: 'wrong-password' });
      await expect(unlockWithRecoveryKey(header, before)).rejects.toMatchObject({
        code: 'recovery-key-wrong',
      });
    }
    await expect(recallVault(copies, vaultKey)).rejects.toMatchObject({ code: 'damaged' });
    const recalled = await recallVault(copies, rotated.vaultKey);
    expect(allAccounts(recalled.vault)).toEqual(accounts);
    expect(recalled.vault.contents.get('gone')).toEqual({ id: 'gone', purgedAt: 5 });
    expect(recalled).toMatchObject({ wrong: [], late: [], vault: { damaged: [] } });
  });

  it('leaves the vault as it was where it cannot be written', async () => {
    const full = { ...stores.vaults, commit: () => Promise.reject(new Error('full')) };
    const rotating = rotateVaultKey({ ...stores, vaults: full }, vault, NEW, 'pbkdf2-sha256');
    await expect(rotating).rejects.toMatchObject({ code: 'not-saved' });
    const copies = await readCopies(stores, vault.header.vaultId);
    expect(allAccounts((await recallVault(copies, vaultKey)).vault)).toEqual(accounts);
  });

  it('is refused while a record cannot be opened, which no new key could seal', async () => {
    const hurt = { ...vault, damaged: ['id-lee'] };
    await expect(rotateVaultKey(stores, hurt, NEW, 'pbkdf2-sha256')).rejects.toMatchObject({
      code: 'records-damaged',
      values: ['1'],
    });
  });
});
