import { Failure } from '../../utils/failure';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { PRACTICE_ACCOUNT } from '../../utils/otp/practice';
import { readLastBackup } from '../../utils/platform/last-backup';
import { readRepairNews } from '../../utils/platform/repair-news';
import { readNews } from '../../utils/platform/session-news';
import { readSettingsInForce } from '../../utils/platform/settings';
import { backupDue } from '../../utils/transfer/backup-due';
import type { Account } from '../../utils/vault/account';
import { inListOrder } from '../../utils/vault/list-order';
import { stillShown } from '../../utils/vault/trash';
import { activeAccounts, allAccounts, type OpenVault } from '../../utils/vault/vault';
import { summary } from './accounts';
import { waitingUntil } from './attempts';
import { clockView, timeForCodes } from './clock';
import { codeViews } from './codes';
import { rememberedView } from './remembered';
import type { Session } from './session';
import { usedOn } from './usage';
import type { VaultParts } from './vault';

/** How many codes come with the first answer: more than the popup has room for. */
const SCREENFUL = 12;

/** Everything a page shows, in one answer. */
export async function vaultSnapshot(parts: VaultParts, tabId: number | null): Promise<VaultSnapshot> {
  const { profile, session, fill } = parts;
  // Side by side what can be: each is a question to the browser, and the popup waits for all of them.
  const [status, registry, key, news, { hidesCodes }] = await Promise.all([
    session.status(),
    profile.registry().catch(() => null), // the status says that it is damaged
    session.validKey(),
    readNews(),
    readSettingsInForce(),
  ]);
  const vaultId = key?.vaultId ?? registry?.current ?? null;
  const opened = status === 'unlocked' ? openVault(session) : Promise.resolve(null);
  const [vault, vaults, repair, tab, clock, time, lastBackupAt, remembered, days] = await Promise.all([
    opened,
    profile.names(registry?.vaultIds ?? []),
    vaultId === null ? null : readRepairNews(vaultId),
    tabId === null ? null : fill.view(tabId),
    clockView(),
    timeForCodes(),
    vaultId === null ? null : readLastBackup(vaultId),
    opened.then((vault) => (vault ? rememberedView(vault) : [])),
    opened.then((vault) => (vault ? usedOn(vault) : new Map<string, number>())),
  ]);
  const shared: VaultSnapshot = {
    status,
    waitUntil: null,
    recoveryConfirmed: true,
    vaults,
    vaultId,
    hasPasskey: false,
    damagedRecords: 0,
    repair,
    ...news,
    backupDue: false,
    hidesCodes,
    lastBackupAt: null,
    accounts: [],
    replaced: [],
    codes: [],
    remembered: [],
    tab,
    clock,
  };
  if (status === 'locked' && vaultId !== null) {
    void parts.unlocking.expectUnlock(vaultId);
    const { slots } = await profile.readHeader(vaultId);
    const hasPasskey = slots.some(({ kind }) => kind === 'passkey');
    return { ...shared, waitUntil: await waitingUntil(vaultId), hasPasskey };
  }
  if (status !== 'unlocked') return shared;
  if (!vault) return vaultSnapshot(parts, tabId); // locked between the two questions
  const now = Date.now();
  const replaced = stillShown(allAccounts(vault), now);
  const accounts = inListOrder(activeAccounts(vault), days);
  const createdAts = accounts.filter(isWorthKeeping).map(({ createdAt }) => createdAt);
  return {
    ...shared,
    recoveryConfirmed: vault.header.recoveryConfirmed,
    damagedRecords: vault.damaged.length,
    backupDue: backupDue(lastBackupAt, createdAts, now),
    lastBackupAt,
    accounts: accounts.map(summary),
    replaced: replaced.map(({ account, by, until }) => {
      const shownUntil = Number.isFinite(until) ? until : null;
      return { ...summary(account), by, replacedAt: account.retired!.at, shownUntil };
    }),
    codes: tabId === null ? [] : codeViews(shownFirst(accounts, tab?.origin ?? null), time),
    remembered,
  };
}

/** Null where it was locked between two questions. */
async function openVault(session: Session): Promise<OpenVault | null> {
  return session.current().catch((thrown) => {
    if (thrown instanceof Failure && thrown.code === 'locked') return null;
    throw thrown;
  });
}

/** The accounts of this site, and the first of the others. */
function shownFirst(accounts: readonly Account[], origin: string | null): Account[] {
  const here = accounts.filter(({ origins }) => origin !== null && origins.includes(origin));
  return [...new Set([...here, ...accounts])].slice(0, SCREENFUL);
}

/** The practice clinic's account protects nothing: no reason to ask for a backup. */
function isWorthKeeping({ account }: { readonly account: string }): boolean {
  return account !== PRACTICE_ACCOUNT;
}
