import { browser } from 'wxt/browser';
import { Failure } from '../failure';
import { formatSnapshot, readSnapshot, type Snapshot } from '../vault/snapshot';
import type { SnapshotSlot, SnapshotStore } from '../vault/store';
import { renewLocal } from './local';

const key = (vaultId: string, slot: SnapshotSlot) => `snapshot/${vaultId}/${slot}`;
/** Where `storage.local` is beyond repair and refuses everything, snapshots go to Cache Storage. */
const SPARE = 'snapshots';
const address = (name: string) => `https://lanyard.invalid/${name}`;

/** `SnapshotStore` in `storage.local`: another database on the disk than the vaults, spoilt by other accidents. */
export function createSnapshotStore(): SnapshotStore {
  async function readSpare(name: string): Promise<Snapshot | null> {
    const spare = (await caches.has(SPARE)) ? await caches.open(SPARE) : null;
    const kept = await spare?.match(address(name));
    return kept ? readSnapshot(await kept.text()) : null;
  }

  async function dropSpare(name: string): Promise<void> {
    if (await caches.has(SPARE)) await (await caches.open(SPARE)).delete(address(name));
  }

  return {
    async write(slot, stored) {
      const name = key(stored.header.vaultId, slot);
      const text = await formatSnapshot(stored);
      try {
        await browser.storage.local.set({ [name]: text });
      } catch {
        await (await caches.open(SPARE)).put(address(name), new Response(text));
        return;
      }
      await dropSpare(name);
    },

    async read(vaultId, slot) {
      const name = key(vaultId, slot);
      try {
        const found = await browser.storage.local.get(name);
        if (name in found) return await readSnapshot(found[name]);
        return await readSpare(name);
      } catch {
        const spare = await readSpare(name).catch(() => null);
        if (!spare) throw new Failure('damaged');
        return spare;
      }
    },

    async remove(vaultId, slot) {
      await browser.storage.local.remove(key(vaultId, slot));
    },

    renew: renewLocal,
  };
}
