import { browser } from 'wxt/browser';
import { type Bytes, forgetLastMatch } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { VaultStatus } from '../../utils/messaging/views';
import { bumpRevision } from '../../utils/platform/revision';
import {
  readSessionKey,
  removeSessionKey,
  type SessionKey,
  writeSessionKey,
} from '../../utils/platform/session-key';
import { readSettings, readSettingsInForce } from '../../utils/platform/settings';
import { forgetTabs } from '../../utils/platform/tab-state';
import type { Account } from '../../utils/vault/account';
import { newestHeader, readCopies, recallVault } from '../../utils/vault/recall';
import { saveVault, type VaultChange } from '../../utils/vault/save';
import type { Stores } from '../../utils/vault/store';
import { type OpenVault, openVault } from '../../utils/vault/vault';
import type { Profile } from './profile';
import { showPrompt } from './toolbar';
import { applyWaitingUpdate } from './update';

export type Session = ReturnType<typeof createSession>;

/**
 * The open vault. The truth is the key in `storage.session` and the records on the disk; what is kept here is a
 * cache that dies with the worker.
 */
export function createSession(stores: Stores, profile: Profile) {
  let cache: { vaultId: string; vault: Promise<OpenVault> } | null = null;

  /** The session key while it is good. Looked at before every use: no late alarm and no sleep keeps a vault open. */
  async function validKey(): Promise<SessionKey | null> {
    const [key, { lockIdleMinutes }] = await Promise.all([readSessionKey(), readSettingsInForce()]);
    if (!key) return null;
    const now = Date.now();
    const absence = (lockIdleMinutes + presenceMinutes(lockIdleMinutes)) * 60_000;
    const good = now >= key.unlockedAt && now < key.deadline && now - key.lastPresent < absence;
    if (!good) await end();
    return good ? key : null;
  }

  async function status(): Promise<VaultStatus> {
    if (await validKey()) return 'unlocked';
    try {
      const registry = await profile.registry();
      if (!registry) return 'none';
      await profile.readHeader(registry.current);
      return 'locked';
    } catch {
      return 'damaged';
    }
  }

  /** Null while it is locked, or there is none. @throws Failure `damaged` */
  async function opened(): Promise<OpenVault | null> {
    const key = await validKey();
    if (!key) return null;
    if (cache?.vaultId !== key.vaultId) {
      const vault = readVault(key);
      cache = { vaultId: key.vaultId, vault };
      vault.catch(() => {
        cache = null;
      });
    }
    return cache.vault.catch((thrown) => {
      if (thrown instanceof Failure && thrown.code === 'locked') return null;
      throw thrown;
    });
  }

  /** @throws Failure `locked`, `no-vault`, `damaged` */
  async function current(): Promise<OpenVault> {
    const vault = await opened();
    if (!vault) throw new Failure((await profile.registry()) ? 'locked' : 'no-vault');
    return vault;
  }

  /** For a worker that woke up: the vault alone, and the snapshots where it is not whole. */
  async function readVault(key: SessionKey): Promise<OpenVault> {
    const stored = await stores.vaults.read(key.vaultId).catch(() => null);
    const copies = stored ? null : await readCopies(stores, key.vaultId);
    const header = copies ? newestHeader(copies) : stored!.header;
    if (header.keyId !== key.keyId) {
      await end(); // the vault key was changed, and the worker died before it said so
      throw new Failure('locked');
    }
    const vault = stored && (await openVault(stored, key.vaultKey).catch(() => null));
    if (vault && vault.damaged.length === 0) return vault;
    const all = copies ?? (await readCopies(stores, key.vaultId));
    return (await recallVault(all, key.vaultKey)).vault;
  }

  /** @param fresh false where the disk may know better than this picture of the vault */
  async function begin(vault: OpenVault, vaultKey: Bytes, fresh = true): Promise<void> {
    const now = Date.now();
    const { lockAfterHours } = await readSettings();
    const { vaultId, keyId } = vault.header;
    cache = fresh ? { vaultId, vault: Promise.resolve(vault) } : null;
    const deadline = now + lockAfterHours * 3_600_000;
    await writeSessionKey({ vaultId, vaultKey, keyId, unlockedAt: now, lastPresent: now, deadline });
    await bumpRevision();
  }

  /** The open vault has another key now. Locked meanwhile, it stays locked. */
  async function replaceKey(vaultKey: Bytes, keyId: string): Promise<void> {
    const key = await validKey();
    if (key) await writeSessionKey({ ...key, vaultKey, keyId });
  }

  async function end(): Promise<void> {
    cache = null;
    forgetLastMatch();
    await removeSessionKey();
    const prompted = await forgetTabs();
    for (const tabId of prompted) showPrompt(tabId, null);
    await bumpRevision();
    await applyWaitingUpdate();
  }

  /** One writer at a time, in any context; what is written is read back before this resolves. */
  function write(save: (vault: OpenVault, vaultKey: Bytes) => Promise<OpenVault>): Promise<OpenVault> {
    return browserLock('vault', async () => {
      const vault = await current();
      const key = await validKey();
      if (!key) throw new Failure('locked');
      try {
        const saved = await save(vault, key.vaultKey);
        // Locked meanwhile? Then nothing of it stays here.
        cache = (await validKey()) ? { vaultId: saved.header.vaultId, vault: Promise.resolve(saved) } : null;
        await bumpRevision();
        return saved;
      } catch (thrown) {
        cache = null; // the disk knows better than we do
        throw thrown;
      }
    });
  }

  /** `change` sees the vault and its key as they are when its turn comes. @throws Failure `not-saved` and what `change` throws */
  function save(
    change: (vault: OpenVault, vaultKey: Bytes) => VaultChange | Promise<VaultChange>,
  ): Promise<OpenVault> {
    return write(async (vault, vaultKey) => saveVault(stores, vault, await change(vault, vaultKey)));
  }

  return {
    status,
    opened,
    current,
    begin,
    end,
    validKey,
    replaceKey,
    write,
    save,
    saveAccounts: (change: (vault: OpenVault) => readonly Account[]) =>
      save((vault) => {
        const changedAt = Date.now();
        return { contents: change(vault).map((account) => ({ ...account, changedAt })) };
      }),
  };
}

/** How often presence is looked at while the vault is open: half the idle time, between 1 and 5 minutes. */
export function presenceMinutes(lockIdleMinutes: number): number {
  return Math.min(5, Math.max(1, Math.floor(lockIdleMinutes / 2)));
}

/** A Web Lock: it holds across worker, pages and windows, and is let go when its holder dies. */
export function browserLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`${browser.runtime.id}/${name}`, work) as Promise<T>;
}
