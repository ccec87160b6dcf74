import { isBindable } from '../../utils/autofill/candidates';
import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { AccountSummary } from '../../utils/messaging/views';
import { parseKeyUri } from '../../utils/otp/key-uri';
import { cleanName } from '../../utils/otp/label';
import type { SetupKey } from '../../utils/otp/parameters';
import { parseOrigin } from '../../utils/portals/origin';
import { drawKey } from '../../utils/transfer/draw-key';
import { type Account, unused } from '../../utils/vault/account';
import { bringBack, enrol, isSameSecret } from '../../utils/vault/enrol';
import type { VaultHeader } from '../../utils/vault/header';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';
import { countRecoveryCodes, keepRecoveryCodes } from '../../utils/vault/recovery-codes';
import { goneAt } from '../../utils/vault/trash';
import { activeAccounts, allAccounts, findAccount } from '../../utils/vault/vault';
import type { Fill } from './fill';
import { requireTabOrigin } from './portal-tab';
import type { Session } from './session';

type AccountMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `accounts/${string}`>>;

interface Parts {
  readonly session: Session;
  readonly fill: Fill;
  /** @throws Failure `wrong-password`, `wait` */
  readonly reauthenticate: (header: VaultHeader, password: string) => Promise<void>;
}

export function accountHandlers({ session, fill, reauthenticate }: Parts): Handlers<AccountMessages, Sender> {
  async function change(accountId: string, edit: (account: Account) => Account): Promise<void> {
    await session.saveAccounts((vault) => [edit(findAccount(vault, accountId))]);
  }

  return {
    async 'accounts/add'({ keyUri, origin, tabId, same }) {
      const setupKey = parseKeyUri(keyUri);
      const bound = origin === null ? null : requireOrigin(origin);
      if (bound && tabId !== null) await requireTabOrigin(tabId, bound);
      const now = Date.now();
      const account = { ...newAccount(setupKey, bound, now), askAt: now + ASKED_AFTER };
      await session.saveAccounts((vault) => enrol(activeAccounts(vault), account, same, now));
      if (tabId !== null && bound) await fill.firstCode(tabId, account.id);
      return { accountId: account.id };
    },

    async 'accounts/add-all'({ keyUris }) {
      const alreadySaved: string[] = [];
      let saved = 0;
      await session.saveAccounts((vault) => {
        const held = activeAccounts(vault);
        const fresh: Account[] = [];
        const now = Date.now();
        for (const setupKey of keyUris.map(parseKeyUri)) {
          const account = newAccount(setupKey, null, now + fresh.length); // so that they stay in their order
          if ([...held, ...fresh].some((other) => isSameSecret(other, account)))
            alreadySaved.push(label(account));
          else fresh.push(account);
        }
        saved = fresh.length;
        return fresh;
      });
      return { saved, alreadySaved };
    },

    async 'accounts/edit'({ accountId, issuer, account, fillsItself, submits }) {
      await change(accountId, (held) => ({
        ...held,
        issuer: cleanName(issuer),
        account: cleanName(account),
        fillsItself,
        submits: submits === true,
      }));
    },

    async 'accounts/pin'({ accountId, pinned }) {
      await change(accountId, (held) => ({ ...held, pinned: pinned === true }));
    },

    async 'accounts/bind'({ accountId, origin, tabId }) {
      const bound = requireOrigin(origin);
      if (tabId !== null) await requireTabOrigin(tabId, bound);
      await change(accountId, (held) => ({ ...held, origins: [...new Set([...held.origins, bound])] }));
      return { outcome: tabId === null ? null : await fill.intoTab(tabId, accountId) };
    },

    async 'accounts/unbind'({ accountId, origin }) {
      await change(accountId, (held) => ({
        ...held,
        origins: held.origins.filter((other) => other !== origin),
      }));
    },

    async 'accounts/remove'({ accountId }) {
      await change(accountId, (held) => ({ ...held, retired: { at: Date.now(), why: 'removed' } }));
    },

    async 'accounts/restore'({ accountId }) {
      await change(accountId, bringBack);
    },

    async 'accounts/verify'({ accountId, accepted }) {
      await change(accountId, (held) => verified(held, accepted ? Date.now() : null));
    },

    async 'accounts/keep-recovery-codes'({ accountId, text, renewed }) {
      const now = Date.now();
      const found = readRecoveryCodes(text, now);
      if (found.length === 0) throw new Failure('no-recovery-codes-found');
      await change(accountId, (held) => ({
        ...held,
        recoveryCodes: keepRecoveryCodes(held.recoveryCodes, found, renewed, now),
      }));
      return { kept: found.length };
    },

    async 'accounts/trash'() {
      const all = allAccounts(await session.current());
      return all.flatMap((account) => {
        if (!account.retired) return [];
        const { at, why } = account.retired;
        return [{ ...summary(account), retiredAt: at, why, goneAt: goneAt(account, all) }];
      });
    },

    async 'accounts/show-key'({ accountId, password }) {
      const { header } = await session.current();
      await reauthenticate(header, password);
      const held = activeAccounts(await session.current()).find(({ id }) => id === accountId);
      if (!held) throw new Failure('no-such-account');
      if (held.parameters.kind === 'hotp') throw new Failure('counts-on-one-device');
      const drawn = drawKey(held);
      await change(accountId, (account) => ({ ...account, keyShownAt: Date.now() }));
      return drawn;
    },

    async 'accounts/purge'({ accountId }) {
      await session.save((vault) => {
        if (!findAccount(vault, accountId).retired) throw new Failure('bad-request');
        return { contents: [{ id: accountId, purgedAt: Date.now() }] };
      });
    },
  };
}

/** Everything but the secret. */
export function summary({
  id,
  issuer,
  account,
  parameters,
  origins,
  createdAt,
  fillsItself,
  submits,
  pinned = false,
  verifiedAt,
  askAt,
  keyShownAt,
  recoveryCodes: codes,
}: Account): AccountSummary {
  const { kind, algorithm, digits } = parameters;
  const period = parameters.kind === 'totp' ? parameters.period : 0;
  const recoveryCodes = countRecoveryCodes(codes);
  const shown = { id, issuer, account, kind, algorithm, digits, period, keyShownAt: keyShownAt ?? null };
  return { ...shown, origins, createdAt, fillsItself, submits, pinned, verifiedAt, askAt, recoveryCodes };
}

/** Milliseconds after which a person is asked whether the portal took the code, where nobody saw it. */
const ASKED_AFTER = 24 * 60 * 60_000;

function newAccount(setupKey: SetupKey, origin: string | null, now: number): Account {
  const origins = origin ? [origin] : [];
  return { ...unused(setupKey), id: crypto.randomUUID(), createdAt: now, changedAt: now, origins };
}

/** Nobody has to be asked any more. @param at when the portal took a code of it; null where it is not known to have */
export function verified(account: Account, at: number | null): Account {
  return { ...account, verifiedAt: account.verifiedAt ?? at, askAt: null };
}

function label({ issuer, account }: Account): string {
  return [issuer, account].filter(Boolean).join(' · ');
}

/** @throws Failure `origin-refused` */
function requireOrigin(text: string): string {
  const origin = parseOrigin(text);
  if (!origin || !isBindable(origin)) throw new Failure('origin-refused', text);
  return origin;
}
