import { describe, expect, it } from 'vitest';
import { type Contents, inUse, type Versioned } from '../../utils/transfer/contents';
import { joinRecords, mergeContents } from '../../utils/transfer/merge';
import { changesBetween } from '../../utils/transfer/preview';
import type { Account } from '../../utils/vault/account';
import { isTombstone, secretOf } from '../../utils/vault/account';
import { counterOf, recoveryCodesOf } from '../../utils/vault/growth';
import { exchange, fingerprint, live, type Merge, merge, seeded } from './histories';
import { contentsOf, sampleAccount } from './samples';

const HISTORIES = 3_000;
const isSettled = (computers: readonly Contents[]) => new Set(computers.map(fingerprint)).size === 1;

describe(`${HISTORIES} histories of two and three computers`, () => {
  const histories = Array.from({ length: HISTORIES }, (_, seed) => ({ seed, ...live(seed, merge) }));

  it('end the same on every computer, in whatever order the backups went round', () => {
    for (const { seed, computers, below } of histories) {
      const one = exchange(computers, below, merge);
      const other = exchange(computers.toReversed(), below, merge);
      expect(isSettled(one) && isSettled(other), `seed ${seed}`).toBe(true);
      // Among three, the order may decide which sites an account keeps that was enrolled on all; never whether they agree.
      if (computers.length === 2) expect(fingerprint(one[0]!), `seed ${seed}`).toBe(fingerprint(other[0]!));
      expect(exchange(one, below, merge).map(fingerprint), `seed ${seed}`).toEqual(one.map(fingerprint));
    }
  });

  it('lose no account that nobody took away, double none, and turn no counter back', () => {
    let [kept, counted] = [0, 0];
    for (const { seed, computers, below, takenAway, highest } of histories) {
      const settled = exchange(computers, below, merge)[0]!;
      const accounts = [...settled.values()].flatMap((record) => inUse(record) ?? []);
      const held = accounts.map(secretOf);
      expect(new Set(held).size, `seed ${seed}: doubled`).toBe(held.length);
      for (const [secret, counter] of highest) {
        if (takenAway.has(secret)) continue;
        expect(held, `seed ${seed}: lost`).toContain(secret);
        kept++;
        expect(counterOf(accounts.find((account) => secretOf(account) === secret)!), `seed ${seed}`).toBe(
          counter,
        );
        if (counter > 0) counted++;
      }
    }
    expect(Math.min(kept, counted)).toBeGreaterThan(HISTORIES / 10);
  });

  it('lose no recovery code, and make none good again', () => {
    let [kept, used] = [0, 0];
    for (const { seed, computers, below, takenAway, codesKept, codesUsed } of histories) {
      const settled = exchange(computers, below, merge)[0]!;
      const accounts = [...settled.values()].flatMap((record) => inUse(record) ?? []);
      for (const [secret, codes] of codesKept) {
        if (takenAway.has(secret)) continue;
        const held = recoveryCodesOf(accounts.find((account) => secretOf(account) === secret)!);
        const spent = held.flatMap(({ code, usedAt }) => (usedAt === null ? [] : [code]));
        expect(new Set(held.map(({ code }) => code)), `seed ${seed}: lost`).toEqual(codes);
        expect(new Set(spent), `seed ${seed}: revived`).toEqual(codesUsed.get(secret) ?? new Set());
        kept += held.length;
        used += spent.length;
      }
    }
    expect(Math.min(kept, used)).toBeGreaterThan(HISTORIES / 50);
  });

  it('forget of no account that its portal took a code, and believe it of no other', () => {
    let known = 0;
    for (const { seed, computers, below, takenAway, verified } of histories) {
      const settled = exchange(computers, below, merge)[0]!;
      for (const account of [...settled.values()].flatMap((record) => inUse(record) ?? [])) {
        if (takenAway.has(secretOf(account))) continue;
        expect(account.verifiedAt !== null, `seed ${seed}`).toBe(verified.has(secretOf(account)));
        if (account.verifiedAt !== null) known++;
      }
    }
    expect(known).toBeGreaterThan(HISTORIES / 20);
  });

  it.each<[string, Merge]>([
    ['mine always wins', (mine, theirs) => new Map([...theirs, ...mine])],
    ['the backup always wins', (mine, theirs) => new Map([...mine, ...theirs])],
    [
      'the later time wins, versions forgotten',
      (mine, theirs) =>
        new Map([
          ...mine,
          ...[...theirs].filter(([id, { content }]) => {
            const held = mine.get(id)?.content;
            const time = (c: typeof content) => (isTombstone(c) ? c.purgedAt : c.changedAt);
            return !held || time(content) > time(held);
          }),
        ]),
    ],
  ])('control: with "%s" they part', (_, restore) => {
    const parted = Array.from({ length: 600 }, (_, seed) => {
      const { computers, below } = live(seed, restore);
      const one = exchange(computers, below, restore);
      const other = exchange(computers.toReversed(), below, restore);
      return isSettled(one) && (computers.length > 2 || fingerprint(one[0]!) === fingerprint(other[0]!));
    }).filter((settled) => !settled).length;
    expect(parted).toBeGreaterThan(10);
  });
});

describe('one record', () => {
  const account = sampleAccount();
  const at = (version: number, change: Partial<Account> = {}): Versioned => ({
    version,
    content: { ...account, ...change },
  });
  const purged = (version: number): Versioned => ({ version, content: { id: account.id, purgedAt: 5 } });

  it.each<[string, Versioned, Versioned]>([
    ['the later version wins over the later time', at(3), at(2, { issuer: 'B', changedAt: 9e12 })],
    ['then the later time', at(2, { changedAt: 9e12 }), at(2, { issuer: 'B' })],
    ['a purge wins over the same version', purged(2), at(2, { changedAt: 9e12 })],
    ['a later version wins over a purge', at(3), purged(2)],
  ])('%s', (_, winner, loser) => {
    expect(joinRecords(winner, loser)).toEqual(winner);
    expect(joinRecords(loser, winner)).toEqual(winner);
  });

  it('joins alike in any order and grouping, purges of counters aside', () => {
    const { below, pick } = seeded(4);
    const some = (): Versioned =>
      at(1 + below(3), {
        issuer: pick(['A', 'B']),
        changedAt: below(2),
        recoveryCodes: ['a', 'b'].slice(below(3)).map((code) => ({ code, usedAt: pick([null, 3, 5]) })),
        parameters: {
          kind: 'hotp',
          secret: account.parameters.secret,
          algorithm: 'SHA1',
          digits: 6,
          counter: below(4),
        },
      });
    for (let i = 0; i < 2_000; i++) {
      const [a, b, c] = [some(), some(), some()];
      expect(joinRecords(a, b)).toEqual(joinRecords(b, a));
      expect(joinRecords(joinRecords(a, b), c)).toEqual(joinRecords(a, joinRecords(b, c)));
      expect(joinRecords(a, a)).toEqual(a);
    }
  });
});

describe('restoring', () => {
  const wish = { bringBack: true, now: 50 };

  it('the same secret on two computers becomes one account with the sites of both', () => {
    const mine = sampleAccount({ createdAt: 1, origins: ['https://a.example'] });
    const theirs = sampleAccount({
      parameters: mine.parameters,
      createdAt: 2,
      changedAt: 9,
      origins: ['https://b.example'],
    });
    const merged = merge(contentsOf(mine), contentsOf(theirs), 0, false);
    expect(merged.get(mine.id)).toMatchObject({
      version: 2,
      content: { origins: ['https://a.example', 'https://b.example'] },
    });
    expect(merged.get(theirs.id)).toMatchObject({ version: 2, content: { retired: { why: 'merged' } } });
  });

  it('brings back what was removed or purged here only when asked, above both versions', () => {
    const [removed, purged] = [sampleAccount(), sampleAccount()];
    const theirs = contentsOf(removed, purged);
    const mine: Contents = new Map([
      [
        removed.id,
        { version: 2, content: { ...removed, issuer: 'Mine', retired: { at: 3, why: 'removed' } } },
      ],
      [purged.id, { version: 4, content: { id: purged.id, purgedAt: 3 } }],
    ]);
    expect(changesBetween(mine, mergeContents(mine, theirs, { ...wish, bringBack: false })).contents).toEqual(
      [],
    );
    const back = mergeContents(mine, theirs, wish);
    expect(back.get(removed.id)).toEqual({
      version: 3,
      content: { ...removed, issuer: 'Mine', changedAt: 50 },
    });
    expect(back.get(purged.id)).toEqual({ version: 5, content: { ...purged, changedAt: 50 } });
  });
});
