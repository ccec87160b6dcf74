import type { IDBPDatabase } from 'idb';
import { Failure } from '../failure';
import type { VaultHeader } from '../vault/header';
import type { Manifest } from '../vault/manifest';
import type { SealedRecord } from '../vault/sealing';
import type { VaultCommit, VaultStore } from '../vault/store';
import {
  createDatabase,
  databasePlaces,
  dropDatabase,
  openDatabase,
  renewFiles,
  type VaultDatabase,
} from './database';

const STORES = ['vault', 'records', 'events'] as const;

/** `VaultStore` on IndexedDB. One commit is one strict transaction: durable on completion, or nothing of it. */
export function createVaultStore(): VaultStore {
  const connections = new Map<string, Promise<IDBPDatabase<VaultDatabase>>>();

  async function connect(
    vaultId: string,
    open: (vaultId: string) => Promise<IDBPDatabase<VaultDatabase>> = openDatabase,
  ): Promise<IDBPDatabase<VaultDatabase>> {
    const connection = connections.get(vaultId) ?? open(vaultId);
    connections.set(vaultId, connection);
    const forget = () => connections.delete(vaultId);
    connection.then((database) => {
      database.addEventListener('close', forget);
      // Somebody wants it gone or of a newer version, and would wait for us for ever.
      database.addEventListener('versionchange', () => {
        forget();
        database.close();
      });
    }, forget);
    return connection;
  }

  /** @param follows may this commit come after the manifest that is there? */
  async function write(
    database: IDBPDatabase<VaultDatabase>,
    commit: VaultCommit,
    follows: (last: Manifest | undefined) => boolean,
  ): Promise<void> {
    const transaction = database.transaction(STORES, 'readwrite', {
      durability: 'strict',
    });
    const done = transaction.done;
    done.catch(() => {}); // awaited below; a write that fails first must not be reported twice
    try {
      const last = (await transaction.objectStore('vault').get('manifest')) as Manifest | undefined;
      if (!follows(last)) throw new Failure('not-saved');
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

  async function disconnect(vaultId: string): Promise<void> {
    const connection = connections.get(vaultId);
    connections.delete(vaultId);
    (await connection?.catch(() => null))?.close();
  }

  /** Where the vault is beyond repair in its place: anew there, or else in the next place there is. */
  async function makeAnew(commit: VaultCommit, follows: () => boolean): Promise<void> {
    const { vaultId } = commit.header;
    let problem: unknown;
    for (const place of await databasePlaces()) {
      try {
        await dropDatabase(vaultId, place);
        await write(await connect(vaultId, (id) => createDatabase(id, place)), commit, follows);
        return await renewFiles(place);
      } catch (thrown) {
        problem = thrown;
        await disconnect(vaultId);
      }
    }
    throw problem;
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
      await write(await connect(commit.header.vaultId, createDatabase), commit, isNextAfter(commit));
    },
    async commit(commit) {
      await write(await connect(commit.header.vaultId), commit, isNextAfter(commit));
    },
    async repair(stored) {
      const { vaultId } = stored.header;
      const commit = { ...stored, events: [] };
      const anything = () => true;
      try {
        await write(await connect(vaultId), commit, anything);
        await renewFiles(indexedDB);
      } catch (thrown) {
        // On a full disk nothing is taken away: what is there may be read, and could not be written anew.
        if (thrown instanceof DOMException && thrown.name === 'QuotaExceededError') throw thrown;
        await disconnect(vaultId);
        await makeAnew(commit, anything);
      }
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

/** Otherwise somebody else wrote since: our picture of the vault is old. */
function isNextAfter({ manifest }: VaultCommit): (last: Manifest | undefined) => boolean {
  return (last) => (last?.generation ?? 0) + 1 === manifest.generation;
}
