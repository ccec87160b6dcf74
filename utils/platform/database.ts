import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import { Failure } from '../failure';
import type { VaultHeader } from '../vault/header';
import type { Manifest } from '../vault/manifest';
import type { SealedRecord } from '../vault/sealing';

/** One database a vault, so that several people's vaults in one profile never share a transaction. */
export interface VaultDatabase extends DBSchema {
  /** The two singletons, written together. */
  vault: { key: 'header' | 'manifest'; value: VaultHeader | Manifest };
  records: { key: string; value: SealedRecord };
  events: { key: string; value: SealedRecord };
}

const VERSION = 1;
const PREFIX = 'vault-';
/** Chromium keeps a storage bucket in a database of its own: a place to go where the usual one is beyond repair. */
const SPARE = 'spare';

/**
 * Firefox throws away unasked what is not marked to stay when the disk runs full; it marks `storage.local` for us, and
 * this the rest. Chromium never evicts an extension with `unlimitedStorage`, and has no such call in a worker.
 */
export async function keepFromEviction(): Promise<void> {
  await (navigator.storage as Partial<StorageManager>).persist?.().catch(() => {});
}

/** Makes the database of a new vault: for a person's wish to create one, and to put a lost one back. */
export function createDatabase(
  vaultId: string,
  factory: IDBFactory = indexedDB,
): Promise<IDBPDatabase<VaultDatabase>> {
  return open(factory, PREFIX + vaultId, (database) => {
    database.createObjectStore('vault');
    database.createObjectStore('records', { keyPath: 'recordId' });
    database.createObjectStore('events', { keyPath: 'recordId' });
  });
}

/**
 * Opens what is there, in the usual place or the spare one. A browser that has lost a database hands out an empty new
 * one without an error; here that is damage, and nothing is created in its place.
 * @throws Failure `damaged`
 */
export async function openDatabase(vaultId: string): Promise<IDBPDatabase<VaultDatabase>> {
  const refuse = (_: IDBDatabase, transaction: IDBTransaction) => transaction.abort();
  // A damaged file is sometimes only noticed in the first try and given up by the browser in the second.
  for (const factory of [indexedDB, ...(await placesInUse())]) {
    const database = await open(factory, PREFIX + vaultId, refuse).catch(() => null);
    if (database) return database;
  }
  throw new Failure('damaged');
}

/** Where databases may be made: the usual place first, then the spare one where the browser has such. */
export async function databasePlaces(): Promise<IDBFactory[]> {
  const spare = await spareFactory('new');
  return spare ? [indexedDB, spare] : [indexedDB];
}

/** What is left of a database that cannot be written any more, out of the way of a new one. */
export async function dropDatabase(vaultId: string, factory: IDBFactory): Promise<void> {
  await settled(factory.deleteDatabase(PREFIX + vaultId)).catch(() => {});
}

/**
 * Makes Chromium write its files anew. Onto a log whose end was torn it would go on writing, and forget at its next
 * start all that came after the tear; a database made and deleted has it begin another.
 */
export async function renewFiles(factory: IDBFactory): Promise<void> {
  (await open(factory, 'scratch', (database) => database.createObjectStore('scratch'))).close();
  await settled(factory.deleteDatabase('scratch'));
}

/** Every place in which databases may be, the spare one only where it is in use. */
export async function placesInUse(): Promise<IDBFactory[]> {
  const spare = await spareFactory('kept');
  return spare ? [indexedDB, spare] : [indexedDB];
}

/** The vaults that have a database here. `complete`: no place refused to say. */
export async function storedVaultIds(): Promise<{ vaultIds: string[]; complete: boolean }> {
  const places = await placesInUse();
  const answers = await Promise.all(places.map((place) => place.databases().catch(() => null)));
  const vaultIds = answers
    .flatMap((databases) => databases ?? [])
    .flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  return { vaultIds, complete: !answers.includes(null) };
}

/** Held on to: once Chromium has collected a bucket, requests on its databases are never answered. */
let spare: StorageBucket | null = null;

async function spareFactory(which: 'kept' | 'new'): Promise<IDBFactory | null> {
  const buckets = (navigator as { storageBuckets?: StorageBuckets }).storageBuckets;
  try {
    if (!buckets || (which === 'kept' && !(await buckets.keys()).includes(SPARE))) return null;
    spare ??= await buckets.open(SPARE, { durability: 'strict', persisted: true });
    return spare.indexedDB;
  } catch {
    return null;
  }
}

/** Of the Storage Buckets API, what is used here. */
interface StorageBucket {
  readonly indexedDB: IDBFactory;
}
interface StorageBuckets {
  keys(): Promise<string[]>;
  open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<StorageBucket>;
}

function open(
  factory: IDBFactory,
  name: string,
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<IDBPDatabase<VaultDatabase>> {
  const request = factory.open(name, VERSION);
  request.onupgradeneeded = () => upgrade(request.result, request.transaction!);
  return settled(request).then((database) => wrap(database) as IDBPDatabase<VaultDatabase>);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
