import type { KeySlot } from './key-slots';

/** Version of the header's form and of what the records hold. What is newer than this is not touched. */
export const VAULT_SCHEMA = 3;

/** What may be read without a key: whose vault it is and which ways in there are. No account, host or count of anything. */
export interface VaultHeader {
  readonly vaultId: string;
  readonly schema: number;
  /** Names the vault key in use, so that a record sealed under another is told apart. */
  readonly keyId: string;
  readonly createdAt: number;
  /** When it was brought to this schema; null where it was made in it. The form before is kept beside for 30 days. */
  readonly migratedAt: number | null;
  /** What the lock screen calls this vault where a profile holds several; empty for the only one. In clear. */
  readonly nickname: string;
  readonly slots: readonly KeySlot[];
  /** The person typed a group of the recovery key back. */
  readonly recoveryConfirmed: boolean;
}

/** The header with these slots in the place of those of their kinds. */
export function withSlots(header: VaultHeader, ...slots: KeySlot[]): VaultHeader {
  const kinds = slots.map(({ kind }) => kind);
  return { ...header, slots: [...header.slots.filter(({ kind }) => !kinds.includes(kind)), ...slots] };
}
