import type { Bytes } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { PageProtocol, VaultSnapshot } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { forgiveAttempts, readAttempts, writeAttempts } from '../../utils/platform/unlock-attempts';
import { readRegistry, registerVault } from '../../utils/platform/vault-registry';
import type { VaultHeader } from '../../utils/vault/header';
import { createPasswordSlot, createRecoverySlot, type KeySlot } from '../../utils/vault/key-slots';
import { requirePassword } from '../../utils/vault/password-rule';
import { createRecoveryKey, formatRecoveryKey, parseRecoveryKey } from '../../utils/vault/recovery-key';
import type { VaultStore } from '../../utils/vault/store';
import { delayAfter, unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { activeAccounts, createVault, openVault } from '../../utils/vault/vault';
import { summary } from './accounts';
import type { createAutoLock } from './auto-lock';
import { codeViews } from './codes';
import type { Fill } from './fill';
import { browserLock, type Session } from './session';

type VaultMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `vault/${string}`>>;

interface Parts {
  readonly store: VaultStore;
  readonly session: Session;
  readonly autoLock: ReturnType<typeof createAutoLock>;
  readonly fill: Fill;
}

export function vaultHandlers({ store, session, autoLock, fill }: Parts): Handlers<VaultMessages, Sender> {
  async function currentId(): Promise<string> {
    const registry = await readRegistry();
    if (!registry) throw new Failure('no-vault');
    return registry.current;
  }

  /** One try at a time, booked before it is made: a worker killed in the middle has still used it up. */
  function attempt(vaultId: string, tryIt: () => Promise<Bytes>): Promise<Bytes> {
    return browserLock('unlock', async () => {
      const waitUntil = await waitingUntil(vaultId);
      if (waitUntil) throw new Failure('wait', Math.ceil((waitUntil - Date.now()) / 1000));
      const { failures } = await readAttempts(vaultId);
      await writeAttempts(vaultId, { failures: failures + 1, lastAt: Date.now() });
      const vaultKey = await tryIt();
      await forgiveAttempts(vaultId);
      return vaultKey;
    });
  }

  async function beginSession(vaultId: string, vaultKey: Bytes): Promise<void> {
    await session.begin(await openVault(await store.read(vaultId), vaultKey), vaultKey);
    await autoLock.watch();
  }

  /** Puts a slot in the place of those of its kind. */
  function withSlots(header: VaultHeader, ...slots: KeySlot[]): VaultHeader {
    const kinds = slots.map(({ kind }) => kind);
    return { ...header, slots: [...header.slots.filter(({ kind }) => !kinds.includes(kind)), ...slots] };
  }

  return {
    async 'vault/snapshot'({ tabId }): Promise<VaultSnapshot> {
      const status = await session.status();
      const tab = tabId === null ? null : await fill.view(tabId);
      const locked = { status, recoveryConfirmed: true, accounts: [], codes: [], tab };
      if (status !== 'unlocked') {
        const waitUntil = status === 'locked' ? await waitingUntil(await currentId()) : null;
        return { ...locked, waitUntil };
      }
      const vault = await session.current();
      const accounts = activeAccounts(vault);
      const { recoveryConfirmed } = vault.header;
      return {
        ...locked,
        waitUntil: null,
        recoveryConfirmed,
        accounts: accounts.map(summary),
        codes: codeViews(accounts, Date.now()),
      };
    },

    async 'vault/create'({ password }) {
      requirePassword(password);
      return browserLock('vault', async () => {
        if (await readRegistry()) throw new Failure('vault-exists');
        const { vault, vaultKey, recoveryKey } = await createVault(store, password, Date.now());
        await registerVault(vault.header.vaultId);
        await session.begin(vault, vaultKey);
        await autoLock.watch();
        return { recoveryKey };
      });
    },

    async 'vault/unlock'({ password, tabId }) {
      const vaultId = await currentId();
      const header = await store.readHeader(vaultId);
      await beginSession(vaultId, await attempt(vaultId, () => unlockWithPassword(header, password)));
      if (tabId !== null) void fill.look(tabId);
    },

    async 'vault/recover'({ recoveryKey, password }) {
      requirePassword(password);
      const typed = parseRecoveryKey(recoveryKey); // a slip of the pen is not a try
      const vaultId = await currentId();
      const header = await store.readHeader(vaultId);
      const vaultKey = await attempt(vaultId, () => unlockWithRecoveryKey(header, typed));
      await beginSession(vaultId, vaultKey);
      const fresh = createRecoveryKey();
      const slots = [
        await createPasswordSlot(vaultKey, password, header),
        await createRecoverySlot(vaultKey, fresh, header),
      ];
      await session.saveHeader((vault) => ({
        ...withSlots(vault.header, ...slots),
        recoveryConfirmed: false,
      }));
      return { recoveryKey: formatRecoveryKey(fresh).join('-') };
    },

    async 'vault/lock'() {
      await autoLock.lock();
    },

    async 'vault/renew-recovery-key'() {
      const key = await session.validKey();
      if (!key) throw new Failure('locked');
      const { header } = await session.current();
      const fresh = createRecoveryKey();
      const slot = await createRecoverySlot(key.vaultKey, fresh, header);
      await session.saveHeader((vault) => ({ ...withSlots(vault.header, slot), recoveryConfirmed: false }));
      return { recoveryKey: formatRecoveryKey(fresh).join('-') };
    },

    async 'vault/confirm-recovery-key'() {
      await session.saveHeader((vault) => ({ ...vault.header, recoveryConfirmed: true }));
    },
  };
}

/** When the next password may be tried, or null for now. A clock set back starts the wait anew, no more. */
async function waitingUntil(vaultId: string): Promise<number | null> {
  const { failures, lastAt } = await readAttempts(vaultId);
  const now = Date.now();
  if (lastAt > now) await writeAttempts(vaultId, { failures, lastAt: now });
  const until = Math.min(lastAt, now) + delayAfter(failures) * 1000;
  return until > now ? until : null;
}
