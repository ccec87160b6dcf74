import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { readRaw } from '../../utils/platform/raw';
import { forgetRepairNews } from '../../utils/platform/repair-news';
import { bumpRevision } from '../../utils/platform/revision';
import { forgetNews } from '../../utils/platform/session-news';
import { registerVault } from '../../utils/platform/vault-registry';
import { createVault } from '../../utils/vault/create';
import { withSlots } from '../../utils/vault/header';
import { newPasswordKdf } from '../../utils/vault/kdf';
import { createPasswordSlot, createRecoverySlot, type KeySlot } from '../../utils/vault/key-slots';
import { requirePassword } from '../../utils/vault/password-rule';
import { createRecoveryKey, formatRecoveryKey, parseRecoveryKey } from '../../utils/vault/recovery-key';
import { rotateVaultKey } from '../../utils/vault/rotate';
import type { Stores } from '../../utils/vault/store';
import { unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { attempt, reauthenticate } from './attempts';
import type { createAutoLock } from './auto-lock';
import type { Fill } from './fill';
import type { Profile } from './profile';
import { browserLock, type Session } from './session';
import { keepEvents, unlockEvents } from './unlock-history';
import { type Unlocking, wantedKdf } from './unlocking';
import { vaultSnapshot } from './vault-snapshot';

type VaultMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `vault/${string}`>>;

export interface VaultParts {
  readonly stores: Stores;
  readonly profile: Profile;
  readonly session: Session;
  readonly unlocking: Unlocking;
  readonly autoLock: ReturnType<typeof createAutoLock>;
  readonly fill: Fill;
}

export function vaultHandlers(parts: VaultParts): Handlers<VaultMessages, Sender> {
  const { stores, profile, session, unlocking, autoLock, fill } = parts;

  function create(password: string, nickname: string, beside: boolean): Promise<{ recoveryKey: string }> {
    requirePassword(password);
    return browserLock('vault', async () => {
      if (!beside && (await profile.registry())) throw new Failure('vault-exists');
      const wanted = { password, nickname: nickname.trim().slice(0, 60), kdf: await wantedKdf() };
      const { vault, vaultKey, recoveryKey } = await createVault(stores, wanted, Date.now());
      await registerVault(vault.header.vaultId); // known before it is opened, so that no lock leads back to another
      await unlocking.begin(vault, vaultKey);
      return { recoveryKey };
    });
  }

  /** A new recovery key, and with it a new password where the old one was lost. */
  async function renew(password: string | null): Promise<{ recoveryKey: string }> {
    const fresh = createRecoveryKey();
    const kdf = newPasswordKdf(await wantedKdf());
    await session.save(async ({ header }, vaultKey) => {
      const slots: KeySlot[] = [await createRecoverySlot(vaultKey, fresh, header)];
      if (password !== null) slots.push(await createPasswordSlot(vaultKey, password, header, kdf));
      return { header: { ...withSlots(header, ...slots), recoveryConfirmed: false } };
    });
    return { recoveryKey: formatRecoveryKey(fresh).join('-') };
  }

  return {
    'vault/snapshot': ({ tabId }) => vaultSnapshot(parts, tabId),
    'vault/create': ({ password }) => create(password, '', false),
    'vault/create-beside': ({ password, nickname }) => create(password, nickname, true),

    async 'vault/unlock'({ password, tabId }) {
      await unlocking.unlock('password', async (header) => ({
        vaultKey: await attempt(header.vaultId, () => unlockWithPassword(header, password)),
        password,
      }));
      if (tabId !== null) void fill.look(tabId);
    },

    async 'vault/recover'({ recoveryKey, password }) {
      requirePassword(password);
      const typed = parseRecoveryKey(recoveryKey); // a slip of the pen is not a try
      await unlocking.unlock('recovery-key', async (header) => ({
        vaultKey: await attempt(header.vaultId, () => unlockWithRecoveryKey(header, typed)),
        password: null,
      }));
      return renew(password);
    },

    async 'vault/lock'() {
      await autoLock.lock();
    },

    async 'vault/renew-recovery-key'() {
      return renew(null);
    },

    async 'vault/confirm-recovery-key'() {
      await session.save((vault) => ({ header: { ...vault.header, recoveryConfirmed: true } }));
    },

    async 'vault/change-password'({ password, newPassword }) {
      requirePassword(newPassword);
      const kdf = newPasswordKdf(await wantedKdf());
      await session.save(async ({ header }, vaultKey) => {
        await reauthenticate(header, password);
        return { header: withSlots(header, await createPasswordSlot(vaultKey, newPassword, header, kdf)) };
      });
    },

    async 'vault/rotate'({ password, newPassword }) {
      requirePassword(newPassword);
      const kdf = await wantedKdf();
      let recoveryKey = '';
      await session.write(async (vault) => {
        await reauthenticate(vault.header, password);
        const rotated = await rotateVaultKey(stores, vault, newPassword, kdf);
        await session.replaceKey(rotated.vaultKey, rotated.vault.header.keyId);
        await keepEvents(vault, rotated.vault);
        recoveryKey = rotated.recoveryKey;
        return rotated.vault;
      });
      return { recoveryKey };
    },

    async 'vault/unlock-history'() {
      return unlockEvents(await session.current());
    },

    async 'vault/rename'({ nickname }) {
      const short = nickname.trim().slice(0, 60);
      await session.save((vault) => ({ header: { ...vault.header, nickname: short } }));
    },

    async 'vault/switch'({ vaultId }) {
      const registry = await profile.registry();
      if (!registry?.vaultIds.includes(vaultId)) throw new Failure('no-such-vault');
      await autoLock.lock();
      await registerVault(vaultId);
      await bumpRevision();
    },

    async 'vault/dismiss-repair'() {
      await forgetRepairNews(await profile.currentId());
      await bumpRevision();
    },

    async 'vault/dismiss-news'() {
      await forgetNews();
      await bumpRevision();
    },

    async 'vault/export-raw'() {
      return { text: await readRaw((await profile.registry())?.vaultIds ?? []) };
    },
  };
}
