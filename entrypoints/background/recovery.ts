import { candidatesFor } from '../../utils/autofill/candidates';
import { wishedAccount } from '../../utils/autofill/release';
import { Failure } from '../../utils/failure';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { FillOutcome } from '../../utils/messaging/views';
import { bumpRevision } from '../../utils/platform/revision';
import { changeTab, readTab } from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import type { VaultHeader } from '../../utils/vault/header';
import { markRecoveryCode, nextRecoveryCode, type RecoveryCode } from '../../utils/vault/recovery-codes';
import { activeAccounts, findAccount } from '../../utils/vault/vault';
import type { ContentSender } from './audience';
import type { AutoLock } from './auto-lock';
import { askForRecoveryCode, openTab } from './portal-tab';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';

type RecoveryMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `recovery/${string}`>>;

interface Parts {
  readonly session: Pick<Session, 'current' | 'saveAccounts'>;
  /** @throws Failure `wrong-password`, `wait` */
  readonly reauthenticate: (header: VaultHeader, password: string) => Promise<void>;
  readonly autoLock: Pick<AutoLock, 'lockAfterUse'>;
}

/** The portal's recovery codes: shown after the password, and the one door by which a page gets one. */
export function createRecovery({ session, reauthenticate, autoLock }: Parts) {
  async function change(
    accountId: string,
    edit: (codes: readonly RecoveryCode[]) => readonly RecoveryCode[],
  ) {
    await session.saveAccounts((vault) => {
      const account = findAccount(vault, accountId);
      return [{ ...account, recoveryCodes: edit(account.recoveryCodes) }];
    });
  }

  /** The next unused code, struck through on the disk before anybody has it. @throws Failure `no-recovery-codes` */
  async function spend(accountId: string): Promise<string> {
    let spent = '';
    await change(accountId, (codes) => {
      const next = nextRecoveryCode(codes);
      if (!next) throw new Failure('no-recovery-codes');
      spent = next.code;
      return markRecoveryCode(codes, spent, Date.now());
    });
    return spent;
  }

  /** @throws Failure `page-unreachable`, `not-bound`, `no-recovery-codes` */
  async function fill(
    tabId: number,
    accountId: string,
  ): Promise<{ outcome: FillOutcome; code: string | null }> {
    const [tab, { prompt }] = await Promise.all([openTab(tabId), readTab(tabId)]);
    if (!tab) throw new Failure('page-unreachable');
    const { origin } = tab;
    const account = findAccount(await session.current(), accountId);
    if (!candidatesFor([account], origin).includes(accountId)) throw new Failure('not-bound', hostOf(origin));
    if (!nextRecoveryCode(account.recoveryCodes)) throw new Failure('no-recovery-codes');
    if (prompt?.prompt !== 'recovery' || prompt.origin !== origin)
      return { outcome: 'no-prompt', code: null };
    const at = Date.now();
    await changeTab(tabId, {
      recovery: { accountId, origin, at, again: false, sendsTo: null },
      outcome: undefined,
    });
    const outcome = await askForRecoveryCode(tabId, prompt.frameId);
    await changeTab(tabId, { recovery: undefined, outcome });
    if (outcome === 'filled') showPrompt(tabId, null);
    await bumpRevision();
    if (outcome !== 'filled') return { outcome, code: await spentSince(accountId, at) };
    await autoLock.lockAfterUse();
    return { outcome, code: null };
  }

  /** Read off the vault: the worker that handed it out may be gone. */
  async function spentSince(accountId: string, at: number): Promise<string | null> {
    const { recoveryCodes } = findAccount(await session.current(), accountId);
    return recoveryCodes.findLast(({ usedAt }) => usedAt !== null && usedAt >= at)?.code ?? null;
  }

  /** The door. All is looked at again here, as for any code; the wish is spent first, then the code, then it leaves. */
  async function hand({ tabId, frameId, origin }: ContentSender): Promise<{ code: string }> {
    const [tab, { recovery: wish, prompt }, vault] = await Promise.all([
      openTab(tabId),
      readTab(tabId),
      session.current(),
    ]);
    const isPrompt = prompt?.prompt === 'recovery' && prompt.frameId === frameId && prompt.origin === origin;
    if (!tab?.active || tab.origin !== origin || !isPrompt) throw new Failure('refused');
    const account = wishedAccount(activeAccounts(vault), wish, origin, Date.now());
    if (!account) throw new Failure('refused');
    await changeTab(tabId, { recovery: undefined });
    return { code: await spend(account.id) };
  }

  const contentHandlers: Handlers<Pick<ContentProtocol, 'fill/recovery'>, ContentSender> = {
    'fill/recovery': (_, sender) => browserLock('fill', () => hand(sender)),
  };

  const pageHandlers: Handlers<RecoveryMessages, Sender> = {
    async 'recovery/list'({ accountId, password }) {
      const vault = await session.current();
      await reauthenticate(vault.header, password);
      return findAccount(await session.current(), accountId).recoveryCodes;
    },
    'recovery/mark': ({ accountId, code, used }) =>
      change(accountId, (codes) => markRecoveryCode(codes, code, used ? Date.now() : null)),
    'recovery/remove': ({ accountId }) => change(accountId, () => []),
    'recovery/fill': ({ tabId, accountId }) => fill(tabId, accountId),
  };

  return { contentHandlers, pageHandlers };
}
