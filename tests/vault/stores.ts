import 'fake-indexeddb/auto';
import { randomBytes } from '../../utils/bytes';
import { createVaultStore } from '../../utils/platform/vault-store';
import type { Account } from '../../utils/vault/account';
import { formatSnapshot, readSnapshot } from '../../utils/vault/snapshot';
import type { SnapshotStore, Stores } from '../../utils/vault/store';

/** Snapshots in a Map, as texts that a test may spoil. */
export function memorySnapshots(): SnapshotStore & { texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    async write(slot, stored) {
      texts.set(`${stored.header.vaultId}/${slot}`, await formatSnapshot(stored));
    },
    async read(vaultId, slot) {
      const text = texts.get(`${vaultId}/${slot}`);
      return text === undefined ? null : readSnapshot(text);
    },
    async remove(vaultId, slot) {
      texts.delete(`${vaultId}/${slot}`);
    },
    async renew() {},
  };
}

export function testStores(): Stores & { snapshots: ReturnType<typeof memorySnapshots> } {
  return { vaults: createVaultStore(), snapshots: memorySnapshots() };
}

export function testAccount(name: string, change: Partial<Account> = {}): Account {
  return {
    id: `id-${name}`,
    issuer: 'Cliniko',
    account: `${name}@harbourphysio.example`,
    parameters: { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: randomBytes(20) },
    origins: ['https://harbour.au1.cliniko.com'],
    createdAt: 1,
    changedAt: 1,
    fillsItself: true,
    submits: false,
    verifiedAt: null,
    askAt: null,
    recoveryCodes: [],
    retired: null,
    ...change,
  };
}
