import { type Bytes, toHex } from '../../utils/bytes';
import { keepFromEviction } from '../../utils/platform/database';
import { writeRepairNews } from '../../utils/platform/repair-news';
import { addNews } from '../../utils/platform/session-news';
import { readSettings } from '../../utils/platform/settings';
import { registerVault } from '../../utils/platform/vault-registry';
import type { VaultHeader } from '../../utils/vault/header';
import type { PasswordKdf } from '../../utils/vault/kdf';
import {
  type Copies,
  markRecords,
  newestHeader,
  type Recalled,
  readCopies,
  recallVault,
  repairCopies,
} from '../../utils/vault/recall';
import type { Stores } from '../../utils/vault/store';
import { type UnlockWay, worthTelling } from '../../utils/vault/unlock-history';
import { keepUp } from '../../utils/vault/upkeep';
import type { OpenVault } from '../../utils/vault/vault';
import { wrongSince } from './attempts';
import type { createAutoLock } from './auto-lock';
import type { Profile } from './profile';
import { browserLock, type Session } from './session';
import { noteUnlock } from './unlock-history';

interface Parts {
  readonly stores: Stores;
  readonly profile: Profile;
  readonly session: Session;
  readonly autoLock: ReturnType<typeof createAutoLock>;
}

export type Unlocking = ReturnType<typeof createUnlocking>;

/** The ways from locked to open. */
export function createUnlocking({ stores, profile, session, autoLock }: Parts) {
  /** Begins the session of a vault that is open, known from then on to every place that lists vaults. */
  async function begin(vault: OpenVault, vaultKey: Bytes, fresh = true): Promise<void> {
    await Promise.all([
      registerVault(vault.header.vaultId),
      session.begin(vault, vaultKey, fresh),
      autoLock.watch(),
      keepFromEviction(),
    ]);
  }

  /** Both stores are compared and put right; what cannot be written now does not keep a person out. */
  async function repair(recalled: Recalled): Promise<void> {
    try {
      await repairCopies(stores, recalled);
      if (recalled.wrong.length === 0) return;
      const what = recalled.wrong.map((place) => (place === 'vault' ? place : ('snapshot' as const)));
      const news = { at: Date.now(), what: [...new Set(what)] };
      await writeRepairNews(recalled.vault.header.vaultId, news);
    } catch (thrown) {
      laterInstead(thrown);
    }
  }

  /** Ciphertext, read while the person is still typing. Nobody writes to a vault that is locked. */
  let ahead: { readonly vaultId: string; readonly copies: Promise<Copies> } | null = null;

  function readAhead(vaultId: string): Promise<Copies> {
    if (ahead?.vaultId === vaultId) return ahead.copies;
    const copies = readCopies(stores, vaultId);
    ahead = { vaultId, copies };
    void copies.then((read) => {
      if (read.vault === null || read.vault === 'damaged')
        ahead = null; // a disk may be mended meanwhile
      else void markRecords(read);
    });
    return copies;
  }

  /** What was read ahead, if the vault on the disk is still that one. */
  async function currentCopies(vaultId: string): Promise<Copies> {
    const [copies, now] = await Promise.all([
      readAhead(vaultId),
      stores.vaults.readBack(vaultId, []).catch(() => null),
    ]);
    const isSame =
      copies.vault && copies.vault !== 'damaged' && now && copies.vault.mac === toHex(now.manifest.mac);
    return isSame ? copies : readCopies(stores, vaultId);
  }

  return {
    begin,

    /** For a lock screen that has just been shown. */
    async expectUnlock(vaultId: string): Promise<void> {
      await readAhead(vaultId);
    },

    /**
     * @param way by which it is opened
     * @param find the vault key, and the password if that is what opened it
     * @throws Failure what `find` throws, `no-vault`, `damaged`, `from-newer-version`
     */
    async unlock(
      way: UnlockWay,
      find: (header: VaultHeader) => Promise<{ vaultKey: Bytes; password: string | null }>,
    ): Promise<void> {
      const vaultId = await profile.currentId();
      await browserLock('vault', async () => {
        const [copies, kdf, wrong] = await Promise.all([
          currentCopies(vaultId),
          wantedKdf(),
          wrongSince(vaultId),
        ]);
        const { vaultKey, password } = await find(newestHeader(copies));
        ahead = null;
        const telling = addNews({ wrongUnlocks: worthTelling(wrong, Date.now()) });
        const recalled = await recallVault(copies, vaultKey);
        await repair(recalled);
        const { vault } = recalled;
        const opened = { vault, vaultKey, password };
        const kept = await keepUp(stores, opened, kdf, Date.now()).catch(laterInstead);
        await telling;
        await begin(kept ?? vault, vaultKey, kept !== null);
        void noteUnlock(kept ?? vault, way).catch(laterInstead); // the answer does not wait for it
      });
    },
  };
}

/** Tried again at the next unlock; what is saved meanwhile says itself whether it could be. */
function laterInstead(thrown: unknown): null {
  console.error(thrown);
  return null;
}

export async function wantedKdf(): Promise<PasswordKdf['name']> {
  return (await readSettings()).fipsKdf ? 'pbkdf2-sha256' : 'argon2id';
}
