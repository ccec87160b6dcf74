import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
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

/** Makes the database of a new vault. Called for a person's wish to create one, and from nowhere else. */
export function createDatabase(vaultId: string): Promise<IDBPDatabase<VaultDatabase>> {
  return openDB<VaultDatabase>(databaseName(vaultId), VERSION, {
    upgrade(database) {
      database.createObjectStore('vault');
      database.createObjectStore('records', { keyPath: 'recordId' });
      database.createObjectStore('events', { keyPath: 'recordId' });
    },
  });
}

/**
 * Opens what is there. A browser that has lost a database hands out an empty new one without an error;
 * here that is damage, and nothing is created in its place.
 * @throws Failure `damaged`
 */
export async function openDatabase(vaultId: string): Promise<IDBPDatabase<VaultDatabase>> {
  try {
    return await openDB<VaultDatabase>(databaseName(vaultId), VERSION, {
      upgrade(_database, _oldVersion, _newVersion, transaction) {
        transaction.done.catch(() => {}); // the rejected opening below says it
        transaction.abort();
      },
    });
  } catch {
    throw new Failure('damaged');
  }
}

function databaseName(vaultId: string): string {
  return `vault-${vaultId}`;
}
