import { isBindable } from '../../utils/autofill/candidates';
import { equalBytes } from '../../utils/bytes';
import { Failure } from '../../utils/failure';
import type { AccountSummary, AddAccount, PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { parseKeyUri } from '../../utils/otp/key-uri';
import { cleanName } from '../../utils/otp/label';
import type { SetupKey } from '../../utils/otp/parameters';
import { parseOrigin } from '../../utils/portals/origin';
import { drawKey } from '../../utils/transfer/draw-key';
import type { Account } from '../../utils/vault/account';
import type { VaultHeader } from '../../utils/vault/header';
import { readRecoveryCodes } from '../../utils/vault/read-recovery-codes';
import { countRecoveryCodes, keepRecoveryCodes } from '../../utils/vault/recovery-codes';
import { KEPT_FOR } from '../../utils/vault/upkeep';
import { activeAccounts, allAccounts, findAccount, type OpenVault } from '../../utils/vault/vault';
import type { Fill } from './fill';
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
      if (bound && tabId !== null) await fill.requireTabOrigin(tabId, bound);
      const account = newAccount(setupKey, bound, Date.now());
      await session.saveAccounts((vault) => [account, ...retireSame(vault, account, same, Date.now())]);
      if (tabId === null || !bound) return { accountId: account.id, outcome: null };
      return { accountId: account.id, outcome: await fill.firstCode(tabId, account.id) };
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

    async 'accounts/bind'({ accountId, origin, tabId }) {
      const bound = requireOrigin(origin);
      if (tabId !== null) await fill.requireTabOrigin(tabId, bound);
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
      await change(accountId, (held) => ({ ...held, retired: null }));
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
      return allAccounts(await session.current()).flatMap((account) => {
        if (!account.retired) return [];
        const { at, why } = account.retired;
        const goneAt = why === 'replaced' ? null : at + KEPT_FOR;
        return [{ ...summary(account), retiredAt: at, why, goneAt }];
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
  keyShownAt,
  recoveryCodes: codes,
}: Account): AccountSummary {
  const { kind, algorithm, digits } = parameters;
  const period = parameters.kind === 'totp' ? parameters.period : 0;
  const recoveryCodes = countRecoveryCodes(codes);
  const shown = { id, issuer, account, kind, algorithm, digits, period, keyShownAt: keyShownAt ?? null };
  return { ...shown, origins, createdAt, fillsItself, submits, recoveryCodes };
}

function newAccount({ issuer, account, parameters }: SetupKey, origin: string | null, now: number): Account {
  const origins = origin ? [origin] : [];
  const id = crypto.randomUUID();
  const times = { createdAt: now, changedAt: now };
  const usual = { ...times, fillsItself: true, submits: false, recoveryCodes: [], retired: null };
  return { id, issuer, account, parameters, origins, ...usual };
}

/**
 * What saving this account does to those already held: nothing is overwritten, and no name is doubled unasked.
 * @throws Failure `already-saved`, `same-account`
 */
function retireSame(vault: OpenVault, account: Account, same: AddAccount['same'], now: number): Account[] {
  const held = activeAccounts(vault);
  if (held.some((other) => isSameSecret(other, account)))
    throw new Failure('already-saved', account.issuer, account.account);
  const twins = held.filter((other) => isSameName(other, account));
  if (same === 'keep-both' || twins.length === 0) return [];
  if (same === 'ask') throw new Failure('same-account', account.issuer, account.account);
  return twins
    .filter(({ id }) => id === same.replace)
    .map((twin) => ({ ...twin, retired: { at: now, why: 'replaced' } }));
}

function isSameSecret(a: Account, b: Account): boolean {
  const [p, q] = [a.parameters, b.parameters];
  const alike = p.kind === q.kind && p.digits === q.digits && p.algorithm === q.algorithm;
  return alike && equalBytes(p.secret, q.secret);
}

function isSameName(a: Account, b: Account): boolean {
  const name = ({ issuer, account }: Account) => `${issuer}\n${account}`.toLowerCase();
  const sites =
    a.origins.length === 0 ||
    b.origins.length === 0 ||
    a.origins.some((origin) => b.origins.includes(origin));
  return sites && name(a) === name(b);
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
