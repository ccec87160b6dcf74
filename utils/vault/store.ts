import type { VaultHeader } from './header';
import type { Manifest } from './manifest';
import type { SealedRecord } from './sealing';
import type { Snapshot } from './snapshot';

export interface StoredVault {
  readonly header: VaultHeader;
  readonly manifest: Manifest;
  readonly records: readonly SealedRecord[];
}

/** One change of the vault. It is written whole or not at all. */
export interface VaultCommit {
  readonly header: VaultHeader;
  readonly manifest: Manifest;
  /** The records that changed; the others stay as they are. */
  readonly records: readonly SealedRecord[];
  /** Sealed events of the audit log, written in the same transaction; none until the log ships. */
  readonly events: readonly SealedRecord[];
}

/**
 * The port to the vault on the disk. `commit` resolves when the change is durable and rejects when any of it is not.
 * `create` is the only call that makes a vault, and refuses where one of this id is.
 */
export interface VaultStore {
  create(commit: VaultCommit): Promise<void>;
  commit(commit: VaultCommit): Promise<void>;
  /** @throws Failure `damaged` where the vault is not whole */
  read(vaultId: string): Promise<StoredVault>;
  readHeader(vaultId: string): Promise<VaultHeader>;
  /** What the disk now holds of these records, and the manifest over them: to read back a commit. */
  readBack(vaultId: string, recordIds: readonly string[]): Promise<StoredVault>;
  /** Puts a vault that was lost or damaged back, whole. Nothing else of ours calls for it. */
  repair(stored: StoredVault): Promise<void>;
}

/** Two take turns, so that a write that breaks off spares the other; a third is kept before a vault changes its schema. */
export type SnapshotSlot = 'a' | 'b' | 'before-migration';

/** The port to the sealed copies of a whole vault, kept apart from the vault itself. */
export interface SnapshotStore {
  write(slot: SnapshotSlot, stored: StoredVault): Promise<void>;
  /** Null where there is none. @throws Failure `damaged` where it is not whole */
  read(vaultId: string, slot: SnapshotSlot): Promise<Snapshot | null>;
  remove(vaultId: string, slot: SnapshotSlot): Promise<void>;
  /** After damage: has the disk's files written anew, so that the damage does not take what comes after it. */
  renew(): Promise<void>;
}

export interface Stores {
  readonly vaults: VaultStore;
  readonly snapshots: SnapshotStore;
}
