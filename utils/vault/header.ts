import type { KeySlot } from './key-slots';

/** Version of the header's form. */
export const VAULT_SCHEMA = 1;

/** What may be read without a key: which ways in there are. No name, host or count of anything. */
export interface VaultHeader {
  readonly vaultId: string;
  readonly schema: number;
  /** Names the vault key in use, so that a record sealed under another is told apart. */
  readonly keyId: string;
  readonly createdAt: number;
  readonly slots: readonly KeySlot[];
  /** The person typed a group of the recovery key back. */
  readonly recoveryConfirmed: boolean;
}
