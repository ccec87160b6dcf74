import { browser } from 'wxt/browser';
import type { Bytes } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { VaultStatus } from '../../utils/messaging/protocol';
import { bumpRevision } from '../../utils/platform/revision';
import {
  readSessionKey,
  removeSessionKey,
  type SessionKey,
  writeSessionKey,
} from '../../utils/platform/session-key';
import { readSettings } from '../../utils/platform/settings';
import { forgetTabs } from '../../utils/platform/tab-state';
import { readRegistry } from '../../utils/platform/vault-registry';
import type { Account } from '../../utils/vault/account';
import type { VaultHeader } from '../../utils/vault/header';
import type { VaultStore } from '../../utils/vault/store';
import { type OpenVault, openVault, saveAccounts, saveHeader } from '../../utils/vault/vault';
import { showLocked } from './toolbar';

export type Session = ReturnType<typeof createSession>;

/**
 * The open vault. The truth is the key in `storage.session` and the records on the disk; what is kept here is a
 * cache that dies with the worker.
 */
export function createSession(store: VaultStore) {
  let cache: { vaultId: string; vault: Promise<OpenVault> } | null = null;

  /** The session key while it is good. Looked at before every use: no late alarm and no sleep keeps a vault open. */
  async function validKey(): Promise<SessionKey | null> {
    const key = await readSessionKey();
    if (!key) return null;
    const now = Date.now();
    const { lockIdleMinutes } = await readSettings();
    const absence = (lockIdleMinutes + presenceMinutes(lockIdleMinutes)) * 60_000;
    const good = now >= key.unlockedAt && now < key.deadline && now - key.lastPresent < absence;
    if (!good) await end();
    return good ? key : null;
  }

  async function status(): Promise<VaultStatus> {
    if (await validKey()) return 'unlocked';
    const registry = await readRegistry();
    if (!registry) return 'none';
    return store.readHeader(registry.current).then(
      () => 'locked',
      () => 'damaged',
    );
  }

  /** @throws Failure `locked`, `no-vault`, `damaged` */
  async function current(): Promise<OpenVault> {
    const key = await validKey();
    if (!key) throw new Failure((await readRegistry()) ? 'locked' : 'no-vault');
    if (cache?.vaultId !== key.vaultId) {
      const vault = store.read(key.vaultId).then((stored) => openVault(stored, key.vaultKey));
      cache = { vaultId: key.vaultId, vault };
      vault.catch(() => {
        cache = null;
      });
    }
    return cache.vault;
  }

  async function begin(vault: OpenVault, vaultKey: Bytes): Promise<void> {
    const now = Date.now();
    const { lockAfterHours } = await readSettings();
    const { vaultId } = vault.header;
    cache = { vaultId, vault: Promise.resolve(vault) };
    const deadline = now + lockAfterHours * 3_600_000;
    await writeSessionKey({ vaultId, vaultKey, unlockedAt: now, lastPresent: now, deadline });
    showLocked(false);
    await bumpRevision();
  }

  async function end(): Promise<void> {
    cache = null;
    await removeSessionKey();
    await forgetTabs();
    showLocked(true);
    await bumpRevision();
  }

  /** One writer at a time, in any context; what is written is read back before this resolves. */
  function write(save: (vault: OpenVault) => Promise<OpenVault>): Promise<OpenVault> {
    return browserLock('vault', async () => {
      const vault = await current();
      try {
        const saved = await save(vault);
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

  return {
    status,
    current,
    begin,
    end,
    validKey,
    /** `change` sees the vault as it is when its turn comes. @throws Failure `not-saved` and what `change` throws */
    saveAccounts: (change: (vault: OpenVault) => readonly Account[]) =>
      write(async (vault) => saveAccounts(store, vault, change(vault))),
    saveHeader: (change: (vault: OpenVault) => VaultHeader) =>
      write(async (vault) => saveHeader(store, vault, change(vault))),
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
