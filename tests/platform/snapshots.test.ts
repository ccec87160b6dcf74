import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSnapshotStore } from '../../utils/platform/snapshots';
import { createVault } from '../../utils/vault/create';
import type { StoredVault } from '../../utils/vault/store';
import { storedForm } from '../../utils/vault/vault';
import { testStores } from '../vault/stores';

/** What of Cache Storage is used, in Maps. */
function memoryCaches() {
  const all = new Map<string, Map<string, string>>();
  return {
    has: async (name: string) => all.has(name),
    async open(name: string) {
      const entries = all.get(name) ?? new Map<string, string>();
      all.set(name, entries);
      return {
        put: async (url: string, response: Response) => void entries.set(url, await response.text()),
        match: async (url: string) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
        delete: async (url: string) => entries.delete(url),
      };
    },
    size: () => [...all.values()].reduce((sum, entries) => sum + entries.size, 0),
  };
}

const { vault } = await createVault(
  testStores(),
  { password: 'seven teal buses', nickname: '', kdf: 'pbkdf2-sha256' },
  1_000,
);
const mine = storedForm(vault);
/** Another person's, of which nothing but its snapshots is left. */
const theirs: StoredVault = { ...mine, header: { ...mine.header, vaultId: 'theirs' } };
const store = createSnapshotStore();
let spare: ReturnType<typeof memoryCaches>;

beforeEach(async () => {
  fakeBrowser.reset();
  spare = memoryCaches();
  vi.stubGlobal('caches', spare);
  await store.write('a', mine);
  await store.write('b', theirs);
  await browser.storage.local.set({ settings: { lockIdleMinutes: 5 } });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const stop = () => new Promise<never>(() => {});

describe('snapshots', () => {
  it('are read back as they were, and are gone once removed', async () => {
    expect((await store.read(mine.header.vaultId, 'a'))?.vault()).toEqual(mine);
    expect(await store.read(mine.header.vaultId, 'b')).toBeNull();
    await store.remove(mine.header.vaultId, 'a');
    expect(await store.read(mine.header.vaultId, 'a')).toBeNull();
  });

  it('are all there after a renewal, with everything else, and the spare place is empty again', async () => {
    await store.renew();
    expect((await store.read('theirs', 'b'))?.vault()).toEqual(theirs);
    expect((await browser.storage.local.get('settings')).settings).toEqual({ lockIdleMinutes: 5 });
    expect(spare.size()).toBe(0);
  });

  it('are there, of every vault, where a renewal is broken off when nothing is written back yet', async () => {
    const set = vi.spyOn(browser.storage.local, 'set').mockImplementation(stop);
    void store.renew();
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    expect(await browser.storage.local.get(null)).toEqual({});
    for (const [stored, slot] of [[mine, 'a'] as const, [theirs, 'b'] as const])
      expect((await store.read(stored.header.vaultId, slot))?.vault()).toEqual(stored);
    // The control: without the spare place they would be gone.
    vi.stubGlobal('caches', memoryCaches());
    expect(await store.read('theirs', 'b')).toBeNull();
  });

  it('go to the spare place where storage.local refuses everything, and are read from there', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('IO error'));
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
    await store.write('b', mine);
    expect((await store.read(mine.header.vaultId, 'b'))?.vault()).toEqual(mine);
    await expect(store.read(mine.header.vaultId, 'a')).rejects.toMatchObject({ code: 'damaged' });
  });
});
