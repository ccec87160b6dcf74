import type { IDBPDatabase } from 'idb';
import { Failure } from '../failure';
import type { VaultHeader } from '../vault/header';
import type { Manifest } from '../vault/manifest';
import type { SealedRecord } from '../vault/sealing';
import type { VaultCommit, VaultStore } from '../vault/store';
import { createDatabase, openDatabase, type VaultDatabase } from './database';

const STORES = ['vault', 'records', 'events'] as const;

/** `VaultStore` on IndexedDB. One commit is one strict transaction: durable on completion, or nothing of it. */
export function createVaultStore(): VaultStore {
  const connections = new Map<string, Promise<IDBPDatabase<VaultDatabase>>>();

  async function connect(vaultId: string, open = openDatabase): Promise<IDBPDatabase<VaultDatabase>> {
    const connection = connections.get(vaultId) ?? open(vaultId);
    connections.set(vaultId, connection);
    const forget = () => connections.delete(vaultId);
    connection.then((database) => database.addEventListener('close', forget), forget);
    return connection;
  }

  async function write(database: IDBPDatabase<VaultDatabase>, commit: VaultCommit): Promise<void> {
    const transaction = database.transaction(STORES, 'readwrite', {
      durability: 'strict',
    });
    const done = transaction.done;
    done.catch(() => {}); // awaited below; a write that fails first must not be reported twice
    try {
      const last = (await transaction.objectStore('vault').get('manifest')) as Manifest | undefined;
      // Somebody else wrote since: our picture of the vault is old.
      if ((last?.generation ?? 0) + 1 !== commit.manifest.generation) throw new Failure('not-saved');
      const [vault, records, events] = STORES.map((name) => transaction.objectStore(name));
      const writes = [
        () => vault!.put(commit.header, 'header'),
        () => vault!.put(commit.manifest, 'manifest'),
        ...commit.records.map((record) => () => records!.put(record)),
        ...commit.events.map((event) => () => events!.put(event)),
      ];
      await Promise.all(writes.map(async (write) => write()));
    } catch (thrown) {
      transaction.abort();
      throw thrown;
    }
    await done;
  }

  async function readSingletons(vaultId: string): Promise<{ header: VaultHeader; manifest: Manifest }> {
    const database = await connect(vaultId);
    const [header, manifest] = await Promise.all([
      database.get('vault', 'header'),
      database.get('vault', 'manifest'),
    ]);
    if (!header || !manifest) throw new Failure('damaged');
    return { header: header as VaultHeader, manifest: manifest as Manifest };
  }

  return {
    async create(commit) {
      await write(await connect(commit.header.vaultId, createDatabase), commit);
    },
    async commit(commit) {
      await write(await connect(commit.header.vaultId), commit);
    },
    async read(vaultId) {
      const [singletons, database] = await Promise.all([readSingletons(vaultId), connect(vaultId)]);
      return { ...singletons, records: await database.getAll('records') };
    },
    async readHeader(vaultId) {
      return (await readSingletons(vaultId)).header;
    },
    async readBack(vaultId, recordIds) {
      const database = await connect(vaultId);
      const records = await Promise.all(recordIds.map((recordId) => database.get('records', recordId)));
      const found = records.filter((record): record is SealedRecord => record !== undefined);
      return { ...(await readSingletons(vaultId)), records: found };
    },
  };
}
