import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../utils/bytes';
import { createVaultStore } from '../../utils/platform/vault-store';
import type { Account } from '../../utils/vault/account';
import { createVault, saveAccounts } from '../../utils/vault/vault';
import { readVault } from './second-reader';

const PASSWORD = 'Zoë: seven teal buses';
const account: Account = {
  id: 'one',
  issuer: 'Cliniko',
  account: 'sam@harbourphysio.example',
  parameters: {
    kind: 'totp',
    algorithm: 'SHA256',
    digits: 8,
    period: 60,
    secret: utf8('12345678901234567890'),
  },
  origins: ['https://harbour.au1.cliniko.com'],
  createdAt: 1,
  fillsItself: true,
  retired: null,
};

const store = createVaultStore();
const { vault, recoveryKey } = await createVault(store, PASSWORD, 1_000);
await saveAccounts(store, await saveAccounts(store, vault, [account]), [{ ...account, issuer: 'Renamed' }]);
const stored = (await store.read(vault.header.vaultId)) as unknown as Parameters<typeof readVault>[0];

describe('the format as its README says it', () => {
  it.each([
    ['password', PASSWORD],
    ['recovery', recoveryKey],
  ] as const)('is enough to read a vault with the %s', async (kind, credential) => {
    const [read] = await readVault(stored, kind, credential);
    expect(read).toMatchObject({ issuer: 'Renamed', account: account.account, origins: account.origins });
    expect(Buffer.from(read.parameters.secret, 'base64').toString()).toBe('12345678901234567890');
  });

  it('is kept to: another password, header or record is noticed', async () => {
    await expect(readVault(stored, 'password', 'seven teal buses')).rejects.toThrow();
    const header = { ...stored.header, createdAt: 2 };
    await expect(readVault({ ...stored, header }, 'password', PASSWORD)).rejects.toThrow(
      'the manifest is not true',
    );
    const records = stored.records.map((record) => ({ ...record, version: 1 }));
    await expect(readVault({ ...stored, records }, 'password', PASSWORD)).rejects.toThrow(
      'not the one meant',
    );
  });
});
