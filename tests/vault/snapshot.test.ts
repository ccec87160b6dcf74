import { describe, expect, it } from 'vitest';
import { toHex } from '../../utils/bytes';
import { createVault } from '../../utils/vault/create';
import { saveVault } from '../../utils/vault/save';
import { formatSnapshot, readSnapshot } from '../../utils/vault/snapshot';
import { testAccount, testStores } from './stores';

const stores = testStores();
const wanted = { password: 'seven teal buses', nickname: 'Zoë', kdf: 'argon2id' } as const;
const { vault } = await createVault(stores, wanted, 1_000);
await saveVault(stores, vault, { contents: [testAccount('sam'), testAccount('jane')] });
const stored = await stores.vaults.read(vault.header.vaultId);
const text = await formatSnapshot(stored);

describe('a snapshot', () => {
  it('gives the vault back as it was', async () => {
    const snapshot = await readSnapshot(text);
    expect(snapshot.vault()).toEqual(stored);
    expect(snapshot).toMatchObject({ generation: 2, mac: toHex(stored.manifest.mac) });
  });

  it.each([
    ['cut off', text.slice(0, -1)],
    ['cut to its title', text.slice(0, text.indexOf('\n'))],
    ['with a letter changed', text.replace('"marks"', '"Marks"')],
    ['with another generation', text.replace('snapshot 1 2 ', 'snapshot 1 3 ')],
    ['with another hash', text.replace(/[0-9a-f]\n/, 'x\n')],
    ['empty', ''],
    ['no text', { generation: 1 }],
    ['of a form to come', text.replace('lanyard-snapshot 1', 'lanyard-snapshot 2')],
  ])('is called damaged when it is %s', async (_, spoilt) => {
    expect(spoilt).not.toBe(text);
    await expect(readSnapshot(spoilt)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('shows nothing of an account', () => {
    expect(text).toContain(vault.header.vaultId); // the control: what is in clear is found this way
    for (const word of ['Cliniko', 'sam@', 'harbour']) expect(text).not.toContain(word);
  });
});
