import { type Account, isTombstone } from '../vault/account';
import { withGrowthOf } from '../vault/growth';
import { type Contents, canonical, canonicalGrowth, inUse, type Versioned } from './contents';
import { uniteSameSecrets } from './same-secret';

export interface MergeWish {
  /** What was removed or purged here and is in use there comes back. */
  readonly bringBack: boolean;
  readonly now: number;
}

/**
 * What a vault holds after a backup was restored into it. Of each record the later writing wins, whichever side it is
 * on; then accounts of one secret become one. Nothing in it depends on which side is "mine", and the result is never
 * below either side, so that computers that restore each other's backups end up the same, in any order.
 */
export function mergeContents(mine: Contents, theirs: Contents, { bringBack, now }: MergeWish): Contents {
  const merged = new Map(mine);
  for (const [id, record] of theirs) {
    const held = mine.get(id);
    const joined = held ? joinRecords(held, record) : record;
    merged.set(id, (bringBack && held && broughtBack(held, joined, record, now)) || joined);
  }
  return uniteSameSecrets(merged);
}

/** The later writing of a record. Whichever wins, an HOTP counter never goes back, no recovery code is lost or good again, and what was verified stays so. */
export function joinRecords(a: Versioned, b: Versioned): Versioned {
  const [{ version, content }, other] = compare(a, b) >= 0 ? [a, b] : [b, a];
  return { version, content: withGrowthOf(content, other.content) };
}

/** A total order: by version, a purge above an account, by time, and at last by the text itself. */
function compare(a: Versioned, b: Versioned): number {
  const [text, other] = [a, b].map(({ content }) => canonical(content) + canonicalGrowth(content)) as [
    string,
    string,
  ];
  return (
    a.version - b.version ||
    Number(isTombstone(a.content)) - Number(isTombstone(b.content)) ||
    changedAt(a) - changedAt(b) ||
    (text === other ? 0 : text < other ? -1 : 1)
  );
}

function changedAt({ content }: Versioned): number {
  return isTombstone(content) ? content.purgedAt : content.changedAt;
}

/** In use there, gone here: written anew, above both. What was merged away lives on in another record. */
function broughtBack(held: Versioned, joined: Versioned, theirs: Versioned, now: number): Versioned | null {
  const wanted = inUse(theirs);
  if (!wanted || inUse(joined)) return null;
  const gone = joined.content;
  if (!isTombstone(gone) && gone.retired?.why === 'merged') return null;
  const account: Account = isTombstone(gone) ? wanted : gone;
  const content = withGrowthOf({ ...account, retired: null, changedAt: now }, wanted);
  return { version: Math.max(held.version, theirs.version) + 1, content };
}
