import type { VaultName, VaultSnapshot } from '../../utils/messaging/views';
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
import type { Profile } from './profile';
import { rememberedView } from './remembered';
import { usedOn } from './usage';
import type { VaultParts } from './vault';

/** How many codes come with the first answer: more than the popup has room for. */
const SCREENFUL = 12;

/** Everything a page shows, in one answer. */
export async function vaultSnapshot(parts: VaultParts, tabId: number | null): Promise<VaultSnapshot> {
  // Side by side what can be: each is a question to the browser, and the popup waits for all of them.
  const opened = parts.session.opened();
  const [vault, beside, news, { hidesCodes }, tab, clock, time] = await Promise.all([
    opened,
    opened.then((vault) => vault && readBeside(vault)),
    readNews(),
    readSettingsInForce(),
    tabId === null ? null : parts.fill.view(tabId),
    clockView(),
    timeForCodes(),
  ]);
  const blank: VaultSnapshot = { ...BLANK, ...news, hidesCodes, tab, clock };
  if (!vault || !beside) {
    const shut = await shutSnapshot(parts, blank);
    return shut === 'unlocked' ? vaultSnapshot(parts, tabId) : shut; // opened between two questions
  }
  // Only a page of its own shows whose vaults there are; to find that out takes longer than all the rest.
  const vaults = tabId === null ? await vaultNames(parts.profile) : [];
  return openSnapshot(vault, beside, { ...blank, vaults }, tabId === null ? null : time);
}

const BLANK = {
  status: 'none',
  waitUntil: null,
  recoveryConfirmed: true,
  vaults: [],
  vaultId: null,
  hasPasskey: false,
  damagedRecords: 0,
  repair: null,
  backupDue: false,
  lastBackupAt: null,
  accounts: [],
  replaced: [],
  codes: [],
  remembered: [],
} satisfies Partial<VaultSnapshot>;

/** What this browser keeps beside an open vault. */
async function readBeside(vault: OpenVault) {
  const { vaultId } = vault.header;
  const [repair, lastBackupAt, remembered, days] = await Promise.all([
    readRepairNews(vaultId),
    readLastBackup(vaultId),
    rememberedView(vault),
    usedOn(vault),
  ]);
  return { repair, lastBackupAt, remembered, days };
}

/** @param time null for a page that shows no codes */
function openSnapshot(
  vault: OpenVault,
  { repair, lastBackupAt, remembered, days }: Awaited<ReturnType<typeof readBeside>>,
  blank: VaultSnapshot,
  time: Awaited<ReturnType<typeof timeForCodes>> | null,
): VaultSnapshot {
  const now = Date.now();
  const accounts = inListOrder(activeAccounts(vault), days);
  const createdAts = accounts.filter(isWorthKeeping).map(({ createdAt }) => createdAt);
  return {
    ...blank,
    status: 'unlocked',
    vaultId: vault.header.vaultId,
    recoveryConfirmed: vault.header.recoveryConfirmed,
    damagedRecords: vault.damaged.length,
    repair,
    backupDue: backupDue(lastBackupAt, createdAts, now),
    lastBackupAt,
    accounts: accounts.map(summary),
    replaced: stillShown(allAccounts(vault), now).map(({ account, by, until }) => {
      const shownUntil = Number.isFinite(until) ? until : null;
      return { ...summary(account), by, replacedAt: account.retired!.at, shownUntil };
    }),
    codes: time === null ? [] : codeViews(shownFirst(accounts, blank.tab?.origin ?? null), time),
    remembered,
  };
}

/** Of a vault that is locked, damaged or not there yet. */
async function shutSnapshot(
  { profile, session, unlocking }: VaultParts,
  blank: VaultSnapshot,
): Promise<VaultSnapshot | 'unlocked'> {
  const [status, registry] = await Promise.all([
    session.status(),
    profile.registry().catch(() => null), // the status says that it is damaged
  ]);
  if (status === 'unlocked') return status;
  if (!registry) return { ...blank, status };
  const vaultId = registry.current;
  const [vaults, repair] = await Promise.all([profile.names(registry.vaultIds), readRepairNews(vaultId)]);
  const shut = { ...blank, status, vaults, vaultId, repair };
  if (status !== 'locked') return shut;
  void unlocking.expectUnlock(vaultId);
  const [{ slots }, waitUntil] = await Promise.all([profile.readHeader(vaultId), waitingUntil(vaultId)]);
  return { ...shut, waitUntil, hasPasskey: slots.some(({ kind }) => kind === 'passkey') };
}

async function vaultNames(profile: Profile): Promise<VaultName[]> {
  const registry = await profile.registry().catch(() => null);
  return profile.names(registry?.vaultIds ?? []);
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
