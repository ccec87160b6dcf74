import { readUtf8, toHex, utf8 } from '../bytes';
import { Failure } from '../failure';
import { formatKeyUri, parseKeyUri } from '../otp/key-uri';
import { cleanName } from '../otp/label';
import type { SetupKey } from '../otp/parameters';
import { percentDecode } from '../otp/query';
import { type Account, isTombstone } from '../vault/account';
import { type BackupDescription, type Described, readDescription } from './backup-description';
import type { Contents, Versioned } from './contents';
import { BACKUP_LIMITS } from './limits';

const DESCRIPTION = '#lanyard-backup ';

/** What a backup says, whoever wrote it. */
export interface Backup {
  /** Null for a list that no vault of ours wrote. */
  readonly vaultId: string | null;
  readonly madeAt: number;
  readonly contents: Contents;
  /** Set-up keys that nothing in the file describes: a list from elsewhere, or lines added or changed by hand. */
  readonly loose: readonly SetupKey[];
  /** Names of accounts in it that cannot be taken over. */
  readonly unreadable: readonly string[];
}

/** The plaintext of a backup, as README.md describes it. */
export async function formatBackup(vaultId: string, contents: Contents, madeAt: number): Promise<string> {
  const sorted = [...contents.values()].sort((a, b) => (a.content.id < b.content.id ? -1 : 1));
  const lines: string[] = [];
  const description: BackupDescription = { format: 1, vaultId, madeAt, accounts: [], tombstones: [] };
  for (const { version, content } of sorted) {
    if (isTombstone(content)) description.tombstones.push({ ...content, version });
    else {
      const line = formatKeyUri(content);
      if (!content.retired) lines.push(line);
      description.accounts.push({
        ...describe(content, version),
        ...(content.retired ? { keyUri: line } : { mark: await markLine(line) }),
      });
    }
  }
  return [...lines, DESCRIPTION + JSON.stringify(description), ''].join('\n');
}

/**
 * Reads what `formatBackup` wrote, a copy of it edited by hand, or anybody's list of key URIs.
 * @param now stands in where the file does not say when it was made
 * @throws Failure `backup-too-large`, `backup-not-ours`, `from-newer-version`
 */
export async function parseBackup(bytes: Uint8Array, now: number): Promise<Backup> {
  if (bytes.length > BACKUP_LIMITS.bytes) throw new Failure('backup-too-large');
  const rows = readText(bytes)
    .split(/\r\n|\r|\n/)
    .map((row) => row.trim());
  const lines = rows.filter((row) => row !== '' && !row.startsWith('#'));
  const description = rows.find((row) => row.startsWith(DESCRIPTION));
  if (!description && !lines.some((line) => /^otpauth:\/\//i.test(line)))
    throw new Failure('backup-not-ours');
  const said = description ? readDescription(description.slice(DESCRIPTION.length)) : null;
  const retired = said?.retired ?? [];
  if (Math.max(lines.length, retired.length) > BACKUP_LIMITS.accounts) throw new Failure('backup-too-large');

  const contents = new Map<string, Versioned>(said?.tombstones.map((stone) => [stone.content.id, stone]));
  const loose: SetupKey[] = [];
  const unreadable: string[] = [];
  const waiting = Map.groupBy(said?.inUse ?? [], ({ mark }) => mark);
  const keep = ({ version, account }: Described, setupKey: SetupKey) =>
    contents.set(account.id, { version, content: { ...setupKey, ...account } });
  for (const [place, line] of lines.entries()) {
    const setupKey = readLine(line);
    const described = waiting.get(await markLine(line))?.shift();
    if (!setupKey) unreadable.push(nameOfLine(line) || `#${place + 1}`);
    else if (described && !contents.has(described.account.id)) keep(described, setupKey);
    else loose.push(setupKey);
  }
  for (const [place, described] of retired.entries()) {
    const setupKey = readLine(described.keyUri);
    if (setupKey && !contents.has(described.account.id)) keep(described, setupKey);
    else unreadable.push(nameOfLine(described.keyUri) || `#${lines.length + place + 1}`);
  }
  return { vaultId: said?.vaultId ?? null, madeAt: said?.madeAt ?? now, contents, loose, unreadable };
}

function describe(account: Account, version: number) {
  const { issuer: _, account: __, parameters: ___, ...rest } = account;
  return { ...rest, version };
}

/** Ties a description to its line: position would not survive a line taken out by hand. */
async function markLine(line: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(line))).subarray(0, 8));
}

function readText(bytes: Uint8Array): string {
  try {
    return readUtf8(bytes);
  } catch {
    throw new Failure('backup-not-ours');
  }
}

function readLine(line: string): SetupKey | null {
  try {
    return parseKeyUri(line);
  } catch {
    return null;
  }
}

/** What a line calls its account, and nothing of its secret. */
function nameOfLine(line: string): string {
  const label = /^otpauth:\/\/[a-z]+\/([^?]*)\?/i.exec(line)?.[1] ?? '';
  return cleanName(percentDecode(label));
}
