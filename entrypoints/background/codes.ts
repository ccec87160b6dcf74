import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { CodeView } from '../../utils/messaging/views';
import { hotpCode, stepEnd, totpCode } from '../../utils/otp/code';
import type { Account } from '../../utils/vault/account';
import { stillShown } from '../../utils/vault/trash';
import { activeAccounts, allAccounts, findAccount } from '../../utils/vault/vault';
import type { AutoLock } from './auto-lock';
import type { Clipboard } from './clipboard';
import { timeForCodes } from './clock';
import type { Session } from './session';
import { noteUse } from './usage';

type CodeMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `codes/${string}`>>;

interface Parts {
  readonly session: Session;
  readonly autoLock: Pick<AutoLock, 'expectUse' | 'lockAfterUse'>;
  readonly clipboard: Pick<Clipboard, 'expect'>;
}

export function codeHandlers({ session, autoLock, clipboard }: Parts): Handlers<CodeMessages, Sender> {
  return {
    async 'codes/list'({ accountIds }) {
      const vault = await session.current();
      const replaced = stillShown(allAccounts(vault), Date.now()).map(({ account }) => account);
      const wanted = new Set(accountIds);
      const shown = [...activeAccounts(vault), ...replaced].filter(({ id }) => wanted.has(id));
      return codeViews(shown, await timeForCodes());
    },

    async 'codes/copy'({ accountId, which }) {
      const vault = await session.current();
      const { parameters } = findAccount(vault, accountId);
      void noteUse(vault, accountId);
      const { now } = await timeForCodes();
      const code =
        parameters.kind === 'hotp'
          ? await nextHotpCode(session, accountId)
          : totpCode(parameters, which === 'now' ? now : stepEnd(parameters, now));
      // Before it leaves: the popup may close before it can say that it was copied.
      await Promise.all([autoLock.expectUse(), clipboard.expect(code)]);
      return { code };
    },

    async 'codes/copied'({ code }) {
      await clipboard.expect(code);
      return { locked: await autoLock.lockAfterUse() };
    },
  };
}

/** RFC 4226: the counter moves on, on the disk, before its code is handed out. */
export async function nextHotpCode(session: Session, accountId: string): Promise<string> {
  let code = '';
  await session.saveAccounts((vault) => {
    const account = findAccount(vault, accountId);
    if (account.parameters.kind !== 'hotp') throw new Failure('bad-request');
    code = hotpCode(account.parameters);
    return [{ ...account, parameters: { ...account.parameters, counter: account.parameters.counter + 1 } }];
  });
  return code;
}

/** @param now the time codes are made for, `ahead` of the computer's clock, in which `validUntil` is given */
export function codeViews(
  accounts: readonly Account[],
  { now, ahead }: { readonly now: number; readonly ahead: number },
): CodeView[] {
  return accounts.flatMap(({ id, parameters }) => {
    if (parameters.kind === 'hotp') return [];
    const end = stepEnd(parameters, now);
    const [code, nextCode] = [totpCode(parameters, now), totpCode(parameters, end)];
    return [{ accountId: id, code, nextCode, validUntil: end - ahead }];
  });
}
