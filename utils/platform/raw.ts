import { openDB } from 'idb';
import { browser } from 'wxt/browser';
import { toBase64 } from '../bytes';

/**
 * Everything of ours that the disk still gives, as JSON, for a vault that does not open any more. What cannot be
 * read is named in its place. Nothing is changed, and nothing in it can be read without a key.
 */
export async function readRaw(): Promise<string> {
  const raw = { local: await readLocalStore(), databases: await readDatabases() };
  return JSON.stringify(
    raw,
    (_, value) => (value instanceof Uint8Array ? { bytes: toBase64(value) } : value),
    1,
  );
}

async function readLocalStore(): Promise<unknown> {
  return browser.storage.local.get(null).catch(unreadable);
}

async function readDatabases(): Promise<unknown> {
  const databases = await indexedDB.databases().catch(() => []);
  const read = databases.map(async ({ name }) => [name, await readDatabase(name!).catch(unreadable)]);
  return Object.fromEntries(await Promise.all(read));
}

async function readDatabase(name: string): Promise<unknown> {
  const database = await openDB(name, undefined, {
    upgrade: (_database, _oldVersion, _newVersion, transaction) => transaction.abort(), // lost since it was listed
  });
  const stores = [...database.objectStoreNames].map(async (store) => {
    const keys = await database.getAllKeys(store).catch(() => []);
    const values = keys.map(async (key) => [String(key), await database.get(store, key).catch(unreadable)]);
    return [store, Object.fromEntries(await Promise.all(values))];
  });
  const contents = Object.fromEntries(await Promise.all(stores));
  database.close();
  return contents;
}

function unreadable(thrown: unknown): { unreadable: string } {
  return { unreadable: String(thrown) };
}
