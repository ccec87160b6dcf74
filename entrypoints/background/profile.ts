import { Failure } from '../../utils/failure';
import type { VaultName } from '../../utils/messaging/views';
import { listedCurrent, readRegistry, type VaultRegistry } from '../../utils/platform/vault-registry';
import type { VaultHeader } from '../../utils/vault/header';
import { newestHeader, readCopies } from '../../utils/vault/recall';
import type { Stores } from '../../utils/vault/store';

export type Profile = ReturnType<typeof createProfile>;

/** The vaults of this browser profile, as far as they can be seen without a key. */
export function createProfile(stores: Stores) {
  /** From the vault, or from the newest snapshot where that cannot be read. @throws Failure `damaged` */
  async function readHeader(vaultId: string): Promise<VaultHeader> {
    const header = await stores.vaults.readHeader(vaultId).catch(() => null);
    return header ?? newestHeader(await readCopies(stores, vaultId));
  }

  const registry = (): Promise<VaultRegistry | null> =>
    readRegistry((vaultId) =>
      readHeader(vaultId).then(
        () => true,
        () => false,
      ),
    );

  return {
    registry,
    readHeader,

    /** @throws Failure `no-vault` */
    async currentId(): Promise<string> {
      const listed = await listedCurrent();
      const isThere = listed !== null && (await readHeader(listed).catch(() => null));
      if (isThere) return listed;
      const known = await registry();
      if (!known) throw new Failure('no-vault');
      return known.current;
    },

    /** Never fails: a vault that cannot be read is named as damaged. */
    async names(vaultIds: readonly string[]): Promise<VaultName[]> {
      return Promise.all(
        vaultIds.map((vaultId) =>
          readHeader(vaultId).then(
            ({ nickname, createdAt }) => ({ vaultId, nickname: nickname ?? '', createdAt, damaged: false }),
            () => ({ vaultId, nickname: '', createdAt: 0, damaged: true }),
          ),
        ),
      );
    },
  };
}
