import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { readRaw } from '../../utils/platform/raw';
import { forgetRepairNews } from '../../utils/platform/repair-news';
import { bumpRevision } from '../../utils/platform/revision';
import { writeSessionKey } from '../../utils/platform/session-key';
import { registerVault } from '../../utils/platform/vault-registry';
import { createVault } from '../../utils/vault/create';
import { newPasswordKdf } from '../../utils/vault/kdf';
import { createPasswordSlot, createRecoverySlot } from '../../utils/vault/key-slots';
import { requirePassword } from '../../utils/vault/password-rule';
import { createRecoveryKey, formatRecoveryKey, parseRecoveryKey } from '../../utils/vault/recovery-key';
import { rotateVaultKey } from '../../utils/vault/rotate';
import type { Stores } from '../../utils/vault/store';
import { unlockWithPassword, unlockWithRecoveryKey } from '../../utils/vault/unlock';
import { withSlots } from '../../utils/vault/upkeep';
import type { createAutoLock } from './auto-lock';
import type { Fill } from './fill';
import type { Profile } from './profile';
import { browserLock, type Session } from './session';
import { vaultSnapshot } from './snapshot';
import { type Unlocking, wantedKdf } from './unlocking';

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
      await unlocking.begin(vault, vaultKey);
      return { recoveryKey };
    });
  }

  return {
    'vault/snapshot': ({ tabId }) => vaultSnapshot(parts, tabId),
    'vault/create': ({ password }) => create(password, '', false),
    'vault/create-beside': ({ password, nickname }) => create(password, nickname, true),

    async 'vault/unlock'({ password, tabId }) {
      await unlocking.unlock(async (header) => ({
        vaultKey: await unlockWithPassword(header, password),
        password,
      }));
      if (tabId !== null) void fill.look(tabId);
    },

    async 'vault/recover'({ recoveryKey, password }) {
      requirePassword(password);
      const typed = parseRecoveryKey(recoveryKey); // a slip of the pen is not a try
      const vaultKey = await unlocking.unlock(async (header) => ({
        vaultKey: await unlockWithRecoveryKey(header, typed),
        password: null,
      }));
      const { header } = await session.current();
      const fresh = createRecoveryKey();
      const slots = [
        await createPasswordSlot(vaultKey, password, header, newPasswordKdf(await wantedKdf())),
        await createRecoverySlot(vaultKey, fresh, header),
      ];
      await session.save((vault) => ({
        header: { ...withSlots(vault.header, ...slots), recoveryConfirmed: false },
      }));
      return { recoveryKey: formatRecoveryKey(fresh).join('-') };
    },

    async 'vault/lock'() {
      await autoLock.lock();
    },

    async 'vault/renew-recovery-key'() {
      const vaultKey = await unlocking.openKey();
      const { header } = await session.current();
      const fresh = createRecoveryKey();
      const slot = await createRecoverySlot(vaultKey, fresh, header);
      await session.save((vault) => ({
        header: { ...withSlots(vault.header, slot), recoveryConfirmed: false },
      }));
      return { recoveryKey: formatRecoveryKey(fresh).join('-') };
    },

    async 'vault/confirm-recovery-key'() {
      await session.save((vault) => ({ header: { ...vault.header, recoveryConfirmed: true } }));
    },

    async 'vault/change-password'({ password, newPassword }) {
      requirePassword(newPassword);
      const vaultKey = await unlocking.reauthenticate(password);
      const { header } = await session.current();
      const kdf = newPasswordKdf(await wantedKdf());
      const slot = await createPasswordSlot(vaultKey, newPassword, header, kdf);
      await session.save((vault) => ({ header: withSlots(vault.header, slot) }));
    },

    async 'vault/rotate'({ password, newPassword }) {
      requirePassword(newPassword);
      await unlocking.reauthenticate(password);
      const kdf = await wantedKdf();
      let recoveryKey = '';
      await session.write(async (vault) => {
        const rotated = await rotateVaultKey(stores, vault, newPassword, kdf);
        const key = await session.validKey();
        if (key)
          await writeSessionKey({
            ...key,
            vaultKey: rotated.vaultKey,
            keyId: rotated.vault.header.keyId,
          });
        recoveryKey = rotated.recoveryKey;
        return rotated.vault;
      });
      return { recoveryKey };
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

    async 'vault/export-raw'() {
      return { text: await readRaw() };
    },
  };
}
