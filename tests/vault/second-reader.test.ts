import { describe, expect, it } from 'vitest';
import { utf8 } from '../../utils/bytes';
import { createVault } from '../../utils/vault/create';
import { createPasskeySlot } from '../../utils/vault/key-slots';
import { saveVault } from '../../utils/vault/save';
import { readSnapshotText, readVault } from './second-reader';
import { testAccount, testStores } from './stores';

const PASSWORD = 'Zoë: seven teal buses';
const account = testAccount('sam', {
  parameters: {
    kind: 'totp',
    algorithm: 'SHA256',
    digits: 8,
    period: 60,
    secret: utf8('12345678901234567890'),
  },
});

const stores = testStores();
const wanted = { password: PASSWORD, nickname: 'Zoë', kdf: 'argon2id' } as const;
const { vault, recoveryKey } = await createVault(stores, wanted, 1_000);
const once = await saveVault(stores, vault, { contents: [account] });
await saveVault(stores, once, { contents: [{ ...account, issuer: 'Renamed' }] });
const stored = (await stores.vaults.read(vault.header.vaultId)) as unknown as Parameters<typeof readVault>[0];

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

  it('tells how a vault with PBKDF2 and a passkey is opened, and a snapshot read', async () => {
    const fips = await createVault(stores, { ...wanted, kdf: 'pbkdf2-sha256' }, 1_000);
    const prf = new Uint8Array(32).fill(7);
    const passkey = { credentialId: prf, prfSalt: prf, name: 'Desk', addedAt: 1 };
    const slot = await createPasskeySlot(fips.vaultKey, passkey, prf, fips.vault.header);
    const header = { ...fips.vault.header, slots: [...fips.vault.header.slots, slot] };
    await saveVault(stores, fips.vault, { header, contents: [account, { id: 'gone', purgedAt: 5 }] });
    const text = stores.snapshots.texts.get(`${header.vaultId}/a`)!;
    const snapshot = readSnapshotText(text);
    for (const [kind, credential] of [
      ['password', PASSWORD],
      ['passkey', '07'.repeat(32)],
    ] as const) {
      const read = await readVault(snapshot, kind, credential);
      expect(read.find(({ id }) => id === account.id)).toMatchObject({ issuer: account.issuer });
      expect(read).toContainEqual({ id: 'gone', purgedAt: 5 });
    }
    expect(() => readSnapshotText(text.replace('"marks"', '"mbrks"'))).toThrow('spoilt');
  });
});
