import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { Account } from '../../utils/vault/account';
import { findDoubles, keepOne, separateAccounts, uniteAccounts } from '../../utils/vault/doubles';
import { activeAccounts, findAccount, type OpenVault } from '../../utils/vault/vault';
import type { Session } from './session';

type DoublesMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `doubles/${string}`>>;

/** Accounts that are here more than once: only the worker can tell by their keys. Each change is one write. */
export function doublesHandlers(session: Session): Handlers<DoublesMessages, Sender> {
  return {
    async 'doubles/list'() {
      const found = findDoubles(activeAccounts(await session.current()));
      return found.map(({ kind, accounts }) => ({ kind, accountIds: accounts.map(({ id }) => id) }));
    },

    async 'doubles/unite'({ accountIds }) {
      await session.saveAccounts((vault) => uniteAccounts(inUse(vault, accountIds), Date.now()));
    },

    async 'doubles/keep-one'({ accountIds, keep }) {
      await session.saveAccounts((vault) => keepOne(inUse(vault, accountIds), keep, Date.now()));
    },

    async 'doubles/separate'({ kept, accountIds }) {
      await session.saveAccounts((vault) => {
        const [held] = inUse(vault, [kept.id]);
        const retired = accountIds.map((id) => findAccount(vault, id));
        return separateAccounts(held!, kept, retired);
      });
    },
  };
}

/** @throws Failure `no-such-account` where one of them is not in use any more */
function inUse(vault: OpenVault, accountIds: readonly string[]): Account[] {
  const found = activeAccounts(vault).filter(({ id }) => accountIds.includes(id));
  if (found.length !== new Set(accountIds).size) throw new Failure('no-such-account');
  return found;
}
