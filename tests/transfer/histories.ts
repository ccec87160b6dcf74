import {
  type Contents,
  canonical,
  canonicalGrowth,
  inUse,
  type Versioned,
} from '../../utils/transfer/contents';
import { mergeContents } from '../../utils/transfer/merge';
import type { Account } from '../../utils/vault/account';
import { isTombstone, secretOf } from '../../utils/vault/account';
import { counterOf } from '../../utils/vault/growth';
import { markRecoveryCode } from '../../utils/vault/recovery-codes';
import { sampleAccount } from './samples';

/** A generator with a seed (mulberry32), so that a history that fails can be lived again. */
export function seeded(seed: number) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(random() * n);
  return { below, pick: <T>(from: readonly T[]): T => from[below(from.length)]! };
}

export type Merge = (mine: Contents, theirs: Contents, now: number, bringBack: boolean) => Contents;
export const merge: Merge = (mine, theirs, now, bringBack) => mergeContents(mine, theirs, { bringBack, now });
export const fingerprint = (contents: Contents) =>
  JSON.stringify(
    [...contents.values()]
      .map(({ version, content }) => [
        version,
        canonical(content) + canonicalGrowth(content),
        counterOf(content),
      ])
      .sort(([, a], [, b]) => ((a as string) < (b as string) ? -1 : 1)),
  );

/** Some months of two or three computers that back up, restore, add, edit, remove, purge, count, and keep and use recovery codes. */
export function live(seed: number, restore: Merge) {
  const { below, pick } = seeded(seed);
  const computers: Contents[] = Array.from({ length: 2 + below(2) }, () => new Map());
  const secrets = Array.from({ length: 5 }, (_, i) => new Uint8Array(20).fill(seed + i * 7));
  const backups: Contents[] = [];
  const takenAway = new Set<string>();
  const verified = new Set<string>();
  let highest = new Map<string, number>();
  const codesKept = new Map<string, Set<string>>();
  const codesUsed = new Map<string, Set<string>>();
  const note = (books: Map<string, Set<string>>, account: Account, code: string) =>
    books.set(secretOf(account), (books.get(secretOf(account)) ?? new Set()).add(code));
  let now = 1_000;
  let serial = 0;
  for (let step = 0; step < 12 + below(30); step++) {
    now += below(3); // several things happen in one millisecond
    const at = below(computers.length);
    const mine = new Map(computers[at]);
    const write = (content: Versioned['content']) =>
      mine.set(content.id, { version: (mine.get(content.id)?.version ?? 0) + 1, content });
    const accounts = [...mine.values()].flatMap(({ content }) => (isTombstone(content) ? [] : [content]));
    const account = accounts.length > 0 ? pick(accounts) : null;
    const act = pick([
      'add',
      'add',
      'edit',
      'bind',
      'count',
      'keep-code',
      'use-code',
      'remove',
      'restore',
      'purge',
      'back-up',
      'bring',
      'bring',
      'bring-back',
    ]);
    if (act === 'add') {
      const secret = pick(secrets);
      const common = { secret, algorithm: 'SHA1', digits: 6 } as const;
      const counts = secret[0]! % 2 === 0;
      const parameters = counts
        ? ({ kind: 'hotp', ...common, counter: 0 } as const)
        : ({ kind: 'totp', ...common, period: 30 } as const);
      const held = [...mine.values()].some(
        (record) => inUse(record) && secretOf(record.content as Account) === secretOf({ parameters }),
      );
      const origins = [`https://${pick(['a', 'b', 'c'])}.example`];
      const id = `id-${String(below(900)).padStart(3, '0')}-${serial++}`;
      if (!held) write(sampleAccount({ id, parameters, origins, createdAt: now, changedAt: now }));
    }
    if (account && act === 'edit') {
      const issuer = pick(['X', 'Y', 'Z']);
      const verifiedAt = account.verifiedAt ?? (issuer === 'Z' ? now : null);
      if (verifiedAt !== null) verified.add(secretOf(account));
      write({ ...account, issuer, verifiedAt, changedAt: now });
    }
    if (account && act === 'bind')
      write({ ...account, origins: [...new Set([...account.origins, 'https://d.example'])], changedAt: now });
    if (account && act === 'count' && account.parameters.kind === 'hotp') {
      const counter = account.parameters.counter + 1 + below(3);
      write({ ...account, parameters: { ...account.parameters, counter } });
    }
    if (account && act === 'keep-code') {
      const code = `code-${serial++}`;
      note(codesKept, account, code);
      const recoveryCodes = [...account.recoveryCodes, { code, usedAt: null }];
      write({ ...account, recoveryCodes, changedAt: now });
    }
    if (account && act === 'use-code' && account.recoveryCodes.length > 0) {
      const { code } = pick(account.recoveryCodes);
      note(codesUsed, account, code);
      const recoveryCodes = markRecoveryCode(account.recoveryCodes, code, now);
      write({ ...account, recoveryCodes, changedAt: now });
    }
    if (account && (act === 'remove' || act === 'purge')) takenAway.add(secretOf(account));
    if (account && act === 'remove')
      write({
        ...account,
        retired: { at: now, why: pick(['removed', 'replaced'] as const) },
        changedAt: now,
      });
    if (account && act === 'restore') write({ ...account, retired: null, changedAt: now });
    if (account && act === 'purge') write({ id: account.id, purgedAt: now });
    if (act === 'back-up') backups.push(computers[at]!);
    computers[at] = mine;
    const backup = pick([...backups, ...computers]);
    if (act === 'bring') computers[at] = restore(mine, backup, now, false);
    if (act === 'bring-back') computers[at] = restore(mine, backup, now, true);
    highest = highestCounters([...computers, ...backups], highest);
  }
  return { computers, takenAway, verified, highest, codesKept, codesUsed, below };
}

function highestCounters(all: Contents[], known: Map<string, number>): Map<string, number> {
  const highest = new Map(known);
  for (const contents of all)
    for (const { content } of contents.values())
      if (!isTombstone(content)) {
        const secret = secretOf(content);
        highest.set(secret, Math.max(highest.get(secret) ?? 0, counterOf(content)));
      }
  return highest;
}

/** Everybody restores everybody's backup, in an order that chance gives, twice over. */
export function exchange(
  computers: readonly Contents[],
  below: (n: number) => number,
  restore: Merge,
): Contents[] {
  const after = [...computers];
  const pairs = after
    .flatMap((_, to) => after.map((_, from) => [to, from] as const))
    .filter(([to, from]) => to !== from);
  for (let round = 0; round < 2; round++)
    for (const [to, from] of pairs.toSorted(() => below(3) - 1))
      after[to] = restore(after[to]!, after[from]!, 0, false);
  return after;
}
