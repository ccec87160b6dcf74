import { browser } from 'wxt/browser';
import { Failure } from '../failure';
import { formatSnapshot, readSnapshot, type Snapshot } from '../vault/snapshot';
import type { SnapshotSlot, SnapshotStore } from '../vault/store';

const PREFIX = 'snapshot/';
const key = (vaultId: string, slot: SnapshotSlot) => `${PREFIX}${vaultId}/${slot}`;

/** `SnapshotStore` in `storage.local`: another database on the disk than the vaults, spoilt by other accidents. */
export function createSnapshotStore(): SnapshotStore {
  return {
    async write(slot, stored) {
      const name = key(stored.header.vaultId, slot);
      const text = await formatSnapshot(stored);
      try {
        await browser.storage.local.set({ [name]: text });
      } catch {
        await writeSpare(name, text);
        return;
      }
      await dropSpare(name);
    },

    async read(vaultId, slot) {
      const name = key(vaultId, slot);
      try {
        const text = (await browser.storage.local.get(name))[name] ?? null;
        return text === null ? await readSpare(name) : await readSnapshot(text);
      } catch {
        const spare = await readSpare(name).catch(() => null);
        if (!spare) throw new Failure('damaged');
        return spare;
      }
    },

    async remove(vaultId, slot) {
      await browser.storage.local.remove(key(vaultId, slot));
      await dropSpare(key(vaultId, slot));
    },

    /**
     * Onto a log whose end was torn Chromium goes on writing, and forgets at its next start all that came after the
     * tear. Emptied and written again, it begins another. Meanwhile every vault's snapshots are in the spare place.
     */
    async renew() {
      const everything = await browser.storage.local.get(null).catch(() => null);
      if (!everything) return; // some of it cannot be read; it is replaced key by key
      const snapshots = Object.keys(everything).filter((name) => name.startsWith(PREFIX));
      for (const name of snapshots) await writeSpare(name, String(everything[name]));
      await browser.storage.local.clear();
      await browser.storage.local.set(everything);
      for (const name of snapshots) await dropSpare(name);
    },
  };
}

/** Where `storage.local` is beyond repair and refuses everything, snapshots go to Cache Storage. */
const SPARE = 'snapshots';
const address = (name: string) => `https://lanyard.invalid/${name}`;

async function writeSpare(name: string, text: string): Promise<void> {
  await (await caches.open(SPARE)).put(address(name), new Response(text));
}

async function readSpare(name: string): Promise<Snapshot | null> {
  const spare = (await caches.has(SPARE)) ? await caches.open(SPARE) : null;
  const kept = await spare?.match(address(name));
  return kept ? readSnapshot(await kept.text()) : null;
}

async function dropSpare(name: string): Promise<void> {
  if (await caches.has(SPARE)) await (await caches.open(SPARE)).delete(address(name));
}
