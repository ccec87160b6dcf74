import { createVaultWithSam, expect, type Lanyard, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

interface Browser {
  readonly storage: { readonly local: chrome.storage.LocalStorageArea };
}
declare namespace chrome.storage {
  interface LocalStorageArea {
    get(key: null): Promise<Record<string, unknown>>;
    remove(keys: string[]): Promise<void>;
    clear(): Promise<void>;
  }
}

/** What an accident does to each of the two stores; the marks in Cache Storage are in neither. */
const LOST = {
  vault: (lanyard: Lanyard) =>
    lanyard.arrange(async () => {
      for (const { name } of await indexedDB.databases())
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name!).onsuccess = resolve;
        });
    }),
  snapshots: (lanyard: Lanyard) =>
    lanyard.arrange(async () => {
      const { local } = (globalThis as unknown as { chrome: Browser }).chrome.storage;
      await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith('snapshot/')));
    }),
  'all of storage.local': (lanyard: Lanyard) =>
    lanyard.arrange(() => (globalThis as unknown as { chrome: Browser }).chrome.storage.local.clear()),
  'one snapshot, by a flipped letter': (lanyard: Lanyard) =>
    lanyard.arrange(async () => {
      const { local } = (globalThis as unknown as { chrome: Browser }).chrome.storage;
      const all = await local.get(null);
      const key = Object.keys(all).find((name) => name.startsWith('snapshot/'))!;
      const spoilt = (all[key] as string).replace('"marks"', '"mbrks"');
      await (local as unknown as { set(values: object): Promise<void> }).set({ [key]: spoilt });
    }),
};

/** The database cannot be deleted while a worker holds it open. */
async function lose(lanyard: Lanyard, ...what: (keyof typeof LOST)[]): Promise<void> {
  await lanyard.ask('vault/lock');
  await new Promise((resolve) => setTimeout(resolve, 300)); // pages of ours ask what is new, and would wake the next one
  await lanyard.killWorker();
  for (const each of what) await LOST[each](lanyard);
  await lanyard.killWorker().catch(() => {});
}

const look = (lanyard: Lanyard) => lanyard.ask('vault/snapshot', { tabId: null });
const unlock = (lanyard: Lanyard) => lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });

test.describe('two stores', () => {
  for (const [what, store] of [
    ['vault', 'vault'],
    ['snapshots', 'snapshot'],
    ['all of storage.local', 'snapshot'],
    ['one snapshot, by a flipped letter', 'snapshot'],
  ] as const)
    test(`lost: ${what}. Every account is back, both stores are whole again, and it is said quietly`, async ({
      context,
      lanyard,
    }) => {
      await createVaultWithSam(lanyard);
      expect((await look(lanyard)).repair).toBeNull(); // the control
      await lose(lanyard, what);
      expect((await look(lanyard)).status).toBe('locked');
      await unlock(lanyard);
      const { accounts, repair } = await look(lanyard);
      expect(accounts.map(({ account }) => account)).toEqual([SAM.email]);
      expect(repair?.what).toEqual([store]);

      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/plain`);
      const popup = await lanyard.popup(tab);
      await popup.see(/One of the two copies of your vault was damaged/);
      await popup.click('Dismiss');
      await expect.poll(async () => (await look(lanyard)).repair).toBeNull();
      await lanyard.closePopup();

      await lanyard.ask('vault/lock');
      await unlock(lanyard);
      expect((await look(lanyard)).repair).toBeNull(); // put right, not only worked around

      // Now the other one goes, so what is read is what was repaired.
      await lose(lanyard, what === 'vault' ? 'snapshots' : 'vault');
      await unlock(lanyard);
      expect((await look(lanyard)).accounts).toHaveLength(1);
    });

  test('both lost: a recovery screen, never a first run, and nothing is written over', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    await lose(lanyard, 'vault', 'snapshots');
    expect((await look(lanyard)).status).toBe('damaged');
    await expect(unlock(lanyard)).rejects.toThrow('damaged');
    await expect(lanyard.ask('vault/create', { password: VAULT_PASSWORD })).rejects.toThrow('vault-exists');

    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see(/The vault cannot be read/);
    expect(await popup.has('Set up Lanyard')).toBe(false);
    const opened = context.waitForEvent('page');
    await popup.click('See what can be done');
    const rescue = await opened;
    await expect(rescue.getByRole('heading', { name: 'This vault cannot be read' })).toBeVisible();
    const saving = rescue.waitForEvent('download');
    await rescue.getByRole('button', { name: 'Save the remains' }).click();
    expect((await saving).suggestedFilename()).toBe('lanyard-remains.json');
    expect((await look(lanyard)).status).toBe('damaged');
  });

  test('both lost, storage.local entirely: still no first run', async ({ lanyard }) => {
    await createVaultWithSam(lanyard);
    await lose(lanyard, 'vault', 'all of storage.local');
    expect((await look(lanyard)).status).toBe('damaged');
    // The control: with the third witness gone too, nothing on the disk tells of a vault.
    await lanyard.arrange(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    expect((await look(lanyard)).status).toBe('none');
  });

  test('a new vault is made beside one that is damaged, which stays', async ({ lanyard }) => {
    await createVaultWithSam(lanyard);
    await lose(lanyard, 'vault', 'snapshots');
    await lanyard.ask('vault/create-beside', { password: VAULT_PASSWORD, nickname: '' });
    const { status, vaults, accounts } = await look(lanyard);
    expect([status, accounts.length]).toEqual(['unlocked', 0]);
    expect(vaults.map(({ damaged }) => damaged).sort()).toEqual([false, true]);
  });
});
