import { type Account, type Content, isTombstone, secretOf, unused } from '../vault/account';
import type { Backup } from './backup';
import { type Contents, inUse, isSame, nameOf, type Versioned } from './contents';
import { mergeContents } from './merge';

/** What a backup would do to the vault. Names are `issuer · account`. */
export interface BackupPreview {
  readonly madeAt: number;
  /** All accounts in use that it holds. */
  readonly holds: readonly string[];
  readonly fresh: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: number;
  /** Removed here after the backup was made, or in the trash: left so unless asked for. */
  readonly removedHere: readonly string[];
  /** Removed on the other computer: restoring puts them into the trash here. */
  readonly removedThere: readonly string[];
  /** Lines of it that make no account, named. */
  readonly unreadable: readonly string[];
}

export function previewBackup(mine: Contents, backup: Backup, now: number): BackupPreview {
  const theirs = recordsOf(backup, mine, now);
  const merged = mergeContents(mine, theirs, { bringBack: false, now });
  const view = compareContents(mine, merged);
  const removedHere = accountsInUse(theirs).filter(({ id }) => {
    const held = mine.get(id);
    return held && !inUse(held) && !inUse(merged.get(id)) && !isMerged(held);
  });
  return {
    madeAt: backup.madeAt,
    holds: accountsInUse(theirs).map(nameOf),
    ...view,
    removedHere: removedHere.map(nameOf),
    unreadable: backup.unreadable,
  };
}

/** Which accounts in use a change of contents adds, changes, leaves alone and takes out of use. */
export function compareContents(before: Contents, after: Contents) {
  const fresh: string[] = [];
  const updated: string[] = [];
  let unchanged = 0;
  const bySecret = new Map(accountsInUse(before).map((account) => [secretOf(account), account]));
  for (const account of accountsInUse(after)) {
    // An older record of the same secret may have taken the place of ours: to the person it is the same account.
    const held = inUse(before.get(account.id)) ?? bySecret.get(secretOf(account));
    if (!held) fresh.push(nameOf(account));
    else if (isSame(held, account)) unchanged++;
    else updated.push(nameOf(account));
  }
  const removedThere = accountsInUse(before)
    .filter(({ id }) => !inUse(after.get(id)) && !isMerged(after.get(id)!))
    .map(nameOf);
  return { fresh, updated, unchanged, removedThere };
}

/** The records that differ, as `saveVault` takes them: contents, and the versions that come with them. */
export function changesBetween(before: Contents, after: Contents) {
  const changed = [...after].filter(([id, { version, content }]) => {
    const held = before.get(id);
    return !held || held.version !== version || !isSame(held.content, content);
  });
  return {
    contents: changed.map(([, { content }]): Content => content),
    versions: new Map(changed.map(([id, { version }]) => [id, version])),
  };
}

/**
 * All of a backup as records. A loose line has no record of its own: where its secret is held here it is that account,
 * so that a list restored twice adds nothing the second time; it never overrules what is here.
 */
export function recordsOf(backup: Backup, mine: Contents, now: number): Contents {
  const records = new Map(backup.contents);
  const described = new Set(accountsInUse(records).map(secretOf));
  for (const setupKey of backup.loose) {
    const secret = secretOf(setupKey);
    if (described.has(secret)) continue;
    described.add(secret);
    const held = findBySecret(mine, secret);
    const id = held && !records.has(held) ? held : crypto.randomUUID();
    const times = { createdAt: now, changedAt: now };
    const content = { ...unused(setupKey), id, ...times };
    records.set(id, { version: id === held ? 0 : 1, content });
  }
  return records;
}

/** The record of this secret: in use if there is one, else one that retired. */
function findBySecret(contents: Contents, secret: string): string | undefined {
  const same = [...contents.values()].filter(
    ({ content }) => !isTombstone(content) && secretOf(content) === secret,
  );
  return (same.find(inUse) ?? same[0])?.content.id;
}

function accountsInUse(contents: Contents): Account[] {
  return [...contents.values()].flatMap((record) => inUse(record) ?? []);
}

function isMerged({ content }: Versioned): boolean {
  return !isTombstone(content) && content.retired?.why === 'merged';
}
