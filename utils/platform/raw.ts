import { wrap } from 'idb';
import { browser } from 'wxt/browser';
import { toBase64 } from '../bytes';
import { placesInUse } from './database';

/**
 * Everything of ours that the disk still gives, as JSON, for a vault that does not open any more. What cannot be
 * read is named in its place. Nothing is changed, and nothing in it can be read without a key.
 */
export async function readRaw(vaultIds: readonly string[]): Promise<string> {
  const places = await placesInUse();
  const raw = {
    local: await readLocalStore(vaultIds),
    caches: await readCaches().catch(unreadable),
    databases: await Promise.all(places.map((place) => readDatabases(place).catch(unreadable))),
  };
  return JSON.stringify(
    raw,
    (_, value) => (value instanceof Uint8Array ? { bytes: toBase64(value) } : value),
    1,
  );
}

/** Key by key where one that is spoilt would take all the others with it. */
async function readLocalStore(vaultIds: readonly string[]): Promise<unknown> {
  const { local } = browser.storage;
  const all = await local.get(null).catch(() => null);
  if (all) return all;
  const slots = ['a', 'b', 'before-migration'];
  const names = ['vaults', ...vaultIds.flatMap((id) => slots.map((slot) => `snapshot/${id}/${slot}`))];
  const read = names.map(async (name) => [name, await local.get(name).then((got) => got[name], unreadable)]);
  return Object.fromEntries(await Promise.all(read));
}

async function readCaches(): Promise<unknown> {
  const entries: [string, string][] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      entries.push([`${name} ${request.url}`, (await (await cache.match(request))?.text()) ?? '']);
  }
  return Object.fromEntries(entries);
}

async function readDatabases(place: IDBFactory): Promise<unknown> {
  const read = (await place.databases()).map(async ({ name }) => [
    name,
    await readDatabase(place, name!).catch(unreadable),
  ]);
  return Object.fromEntries(await Promise.all(read));
}

async function readDatabase(place: IDBFactory, name: string): Promise<unknown> {
  const database = wrap(await openAsItIs(place, name));
  const stores = [...database.objectStoreNames].map(async (store) => {
    const keys = await database.getAllKeys(store).catch(() => []);
    const values = keys.map(async (key) => [String(key), await database.get(store, key).catch(unreadable)]);
    return [store, Object.fromEntries(await Promise.all(values))];
  });
  const contents = Object.fromEntries(await Promise.all(stores));
  database.close();
  return contents;
}

function openAsItIs(place: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = place.open(name);
    request.onupgradeneeded = () => request.transaction?.abort(); // lost since it was listed
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function unreadable(thrown: unknown): { unreadable: string } {
  return { unreadable: String(thrown) };
}
