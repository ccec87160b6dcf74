import { beforeEach, describe, expect, it } from 'vitest';
import { transferHandlers } from '../../entrypoints/background/transfer';
import type { Bytes } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import { readLastBackup } from '../../utils/platform/last-backup';
import { createVault } from '../../utils/vault/create';
import { saveVault, type VaultChange } from '../../utils/vault/save';
import { type OpenVault, openVault } from '../../utils/vault/vault';
import { testAccount, testStores } from '../vault/stores';

const KEY = { scrypt: { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', logN: 18, key: `${'A'.repeat(43)}=` } };
const PASSWORD = 'seven teal buses';
const names = ['sam', 'jane', 'lee'];

/** A computer with a vault: the handlers as the worker has them, around a session double. */
async function computer() {
  const stores = testStores();
  const created = await createVault(
    stores,
    { password: PASSWORD, nickname: '', kdf: 'pbkdf2-sha256' },
    1_000,
  );
  const here = { vault: created.vault };
  const session = {
    status: async () => 'unlocked' as const,
    current: async () => here.vault,
    save: async (change: (vault: OpenVault, key: Bytes) => VaultChange | Promise<VaultChange>) => {
      here.vault = await saveVault(stores, here.vault, await change(here.vault, created.vaultKey));
      return here.vault;
    },
  };
  const reauthenticate = async (_: unknown, password: string) => {
    if (password !== PASSWORD) throw new Failure('wrong-password');
  };
  const handlers = transferHandlers({ session, reauthenticate });
  const call = <N extends keyof typeof handlers>(name: N, input: Parameters<(typeof handlers)[N]>[0]) =>
    (handlers[name] as (input: unknown, sender: object) => unknown)(input, {}) as Promise<
      Awaited<ReturnType<(typeof handlers)[N]>>
    >;
  const reopen = async () => openVault(await stores.vaults.read(here.vault.header.vaultId), created.vaultKey);
  return { here, stores, session, call, reopen };
}

let one: Awaited<ReturnType<typeof computer>>;
let file: string;
beforeEach(async () => {
  one = await computer();
  await one.session.save(() => ({ contents: names.map((name) => testAccount(name)) }));
  ({ file } = await one.call('transfer/back-up', { password: PASSWORD, to: KEY }));
});

describe('backing up', () => {
  it('keeps the day, and only for a backup that was made', async () => {
    const other = await computer();
    const { vaultId } = other.here.vault.header;
    await expect(other.call('transfer/back-up', { password: 'no', to: KEY })).rejects.toMatchObject({
      code: 'wrong-password',
    });
    expect(await readLastBackup(vaultId)).toBeNull();
    await other.call('transfer/back-up', { password: PASSWORD, to: KEY });
    expect(await readLastBackup(vaultId)).toBeGreaterThan(0);
  });
});

describe('restoring', () => {
  it('is one commit, and changes nothing the second time', async () => {
    const two = await computer();
    const { generation } = two.here.vault.manifest;
    const wish = { file, key: KEY, bringBack: false };
    expect(await two.call('transfer/restore', wish)).toEqual({ saved: 3, unchanged: 0 });
    expect(two.here.vault.manifest.generation).toBe(generation + 1);
    expect((await two.reopen()).contents).toEqual(one.here.vault.contents);
    expect(await two.call('transfer/restore', wish)).toEqual({ saved: 0, unchanged: 3 });
    expect((await two.reopen()).contents).toEqual(one.here.vault.contents);
  });

  it('brings back a record that the disk has spoilt', async () => {
    const { sealed, contents } = one.here.vault;
    const without = <T>(records: ReadonlyMap<string, T>) =>
      new Map([...records].filter(([id]) => id !== 'id-lee'));
    one.here.vault = {
      ...one.here.vault,
      sealed: without(sealed),
      contents: without(contents),
      damaged: ['id-lee'],
    };
    expect(await one.call('transfer/preview', { file, key: KEY })).toMatchObject({
      fresh: ['Cliniko · lee@harbourphysio.example'],
      unchanged: 2,
    });
    await one.call('transfer/restore', { file, key: KEY, bringBack: false });
    const whole = await one.reopen();
    expect([whole.contents.size, whole.damaged]).toEqual([3, []]);
  });

  it('writes nothing where the file does not open', async () => {
    const { generation } = one.here.vault.manifest;
    const spoilt = `${file.slice(0, -12)}AAAAAAAA${file.slice(-4)}`;
    const other = { scrypt: { ...KEY.scrypt, key: `${'B'.repeat(42)}A=` } };
    for (const [text, key, code] of [
      [spoilt, KEY, 'backup-unreadable'],
      [file, other, 'backup-wrong-passphrase'],
      ['%%', KEY, 'bad-request'],
      [file, { scrypt: { ...KEY.scrypt, logN: 40 } }, 'kdf-refused'],
    ] as const)
      await expect(one.call('transfer/restore', { file: text, key, bringBack: false })).rejects.toMatchObject(
        { code },
      );
    expect(one.here.vault.manifest.generation).toBe(generation);
  });
});
