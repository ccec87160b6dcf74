import { describe, expect, it } from 'vitest';
import type { Account } from '../../utils/vault/account';
import { findDoubles, keepOne, separateAccounts, uniteAccounts } from '../../utils/vault/doubles';
import { testAccount } from './stores';

const [A, B, C] = ['https://a.example', 'https://b.example', 'https://c.example'] as const;
const SECRET = new Uint8Array(20).fill(7);
const totp = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30, secret: SECRET } as const;
const hotp = { ...totp, kind: 'hotp', counter: 3 } as const;
const account = (id: string, change: Partial<Account> = {}) => ({
  ...testAccount(id),
  ...{ id, pinned: false },
  ...change,
});
const found = (...accounts: Account[]) =>
  findDoubles(accounts).map((doubles) => [doubles.kind, doubles.accounts.map(({ id }) => id).join()]);

describe('what is in the vault twice', () => {
  it('is what gives the same codes, whatever it is called, oldest first', () => {
    const old = account('old', { parameters: totp, createdAt: 5 });
    const fresh = account('fresh', { parameters: { ...totp, secret: SECRET.slice() }, createdAt: 6 });
    expect(found(fresh, old)).toEqual([['same-key', 'old,fresh']]);
    expect(
      found(account('x', { parameters: hotp }), account('y', { parameters: { ...hotp, counter: 9 } })),
    ).toEqual([['same-key', 'x,y']]);
  });

  it.each([
    ['another period', { ...totp, period: 60 }],
    ['another length', { ...totp, digits: 8 }],
    ['a counter', hotp],
    ['one byte', { ...totp, secret: SECRET.with(19, 8) }],
  ] as const)('is not what differs in %s', (_, parameters) => {
    expect(found(account('one', { parameters: totp }), account('two', { parameters }))).toEqual([]);
  });

  it.each([
    ['of the same names on a site that both are for', { origins: [A] }, { origins: [A, B] }, true],
    ['in other letters', { account: 'Sam@clinic.example' }, { account: 'sam@CLINIC.example' }, true],
    ['for no site yet', { origins: [] }, { origins: [B] }, true],
    ['at a portal written in another way', { origins: [A] }, { origins: [A], issuer: 'Cliniko AU' }, true],
    ['the same names on other sites', { origins: [A] }, { origins: [B] }, false],
    ['another portal', { origins: [] }, { origins: [], issuer: 'Jane' }, false],
    [
      'no names at all',
      { issuer: '', account: '', origins: [] },
      { issuer: '', account: '', origins: [] },
      false,
    ],
  ])('one login with two keys, %s', (_, one, two, isOne) => {
    const names = { account: 'sam@clinic.example' };
    expect(
      found(account('one', { ...names, ...one }), account('two', { ...names, ...two, createdAt: 2 })),
    ).toEqual(isOne ? [['same-login', 'one,two']] : []);
  });

  it('is no login by way of a third: one for no site joins no two sites', () => {
    const sam = { account: 'sam@clinic.example' };
    const [first, second, nowhere] = [
      account('id0', { ...sam, origins: [A] }),
      account('id1', { ...sam, origins: [C] }),
      account('id2', { ...sam, origins: [] }),
    ];
    expect(found(first, second)).toEqual([]);
    expect(found(first, second, nowhere)).toEqual([['same-login', 'id0,id2']]);
    expect(() => keepOne([first, second, nowhere], 'id2', 100)).toThrow('bad-request');
    expect(() => keepOne([nowhere, first, second], 'id2', 100)).toThrow('bad-request');
  });

  it('by key is put right before it is looked at by login', () => {
    const sam = { account: 'sam@clinic.example', origins: [A] };
    const first = account('id0', sam);
    const twin = account('id1', { ...sam, parameters: first.parameters });
    expect(found(first, twin, account('id2', sam))).toEqual([
      ['same-key', 'id0,id1'],
      ['same-login', 'id0,id2'],
    ]);
  });

  it('of a thousand accounts is found in a blink', () => {
    const many = Array.from({ length: 1000 }, (_, n) => account(`n${n}`, { origins: [], account: '' }));
    const began = performance.now();
    expect(findDoubles(many)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('accounts of one key, put together', () => {
  const one = account('one', {
    ...{ parameters: { ...hotp, counter: 3 }, origins: [A], verifiedAt: 50, createdAt: 1 },
    recoveryCodes: [{ code: 'aaaa', usedAt: null }],
    fillsItself: false,
  });
  const two = account('two', {
    ...{ parameters: { ...hotp, counter: 9 }, origins: [B, A], verifiedAt: 20, keyShownAt: 70, createdAt: 2 },
    recoveryCodes: [
      { code: 'aaaa', usedAt: 30 },
      { code: 'bbbb', usedAt: null },
    ],
    submits: true,
    pinned: true,
  });

  it('are the oldest, with the sites, codes and highest counter of all, and with what was switched', () => {
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      const [kept, away] = uniteAccounts(order, 100) as [Account, Account];
      expect(kept).toEqual({
        ...one,
        ...{
          parameters: { ...hotp, counter: 9 },
          origins: [A, B],
          verifiedAt: 20,
          keyShownAt: 70,
          submits: true,
          pinned: true,
        },
        recoveryCodes: [
          { code: 'aaaa', usedAt: 30 },
          { code: 'bbbb', usedAt: null },
        ],
      });
      expect(away).toEqual({ ...two, retired: { at: 100, why: 'merged', by: 'one' } });
    }
  });

  it('come apart again as they were, but for what only grows', () => {
    const [kept, ...away] = uniteAccounts([one, two], 100);
    const { parameters, verifiedAt, recoveryCodes } = kept!;
    const back = separateAccounts(kept!, one, away);
    expect(back).toEqual([{ ...one, parameters, verifiedAt, keyShownAt: 70, recoveryCodes }, two]);
  });

  it('come apart, and a site that was added since stays', () => {
    const [kept, ...away] = uniteAccounts([one, two], 100);
    const [back] = separateAccounts({ ...kept!, origins: [A, B, C] }, one, away);
    expect(back!.origins).toEqual([A, C]);
  });

  it('take the name of another where the oldest has none', () => {
    const [kept] = uniteAccounts([{ ...one, issuer: '', account: '' }, two], 100);
    expect(kept).toMatchObject({ issuer: two.issuer, account: two.account });
  });

  it.each([
    ['one alone', [one]],
    ['none', []],
    ['another key', [one, account('three')]],
    ['the same key with another length', [one, { ...two, parameters: { ...hotp, digits: 8 } }]],
  ])('are not %s', (_, accounts) => {
    expect(() => uniteAccounts(accounts, 100)).toThrow('bad-request');
  });
});

describe('one login with several keys', () => {
  const codes = [
    { code: 'aaaa', usedAt: 7 },
    { code: 'bbbb', usedAt: null },
  ];
  const old = account('old', { account: 'sam', origins: [A, B], recoveryCodes: codes, fillsItself: false });
  const fresh = account('fresh', { account: 'sam', origins: [A, C], createdAt: 2 });

  it.each([
    ['newer', fresh, old],
    ['older', old, fresh],
  ])('the %s is kept with the sites of both, the other retires as replaced', (_, chosen, other) => {
    const [kept, away] = keepOne([old, fresh], chosen.id, 100) as [Account, Account];
    expect(kept).toEqual({ ...chosen, origins: [...new Set([...chosen.origins, ...other.origins])] });
    expect(away.retired).toEqual({ at: 100, why: 'replaced', by: chosen.id });
    expect(away.recoveryCodes.every(({ usedAt }) => usedAt !== null)).toBe(true);
    expect(away.parameters).toBe(other.parameters);
    expect(separateAccounts(kept, chosen, [away])).toEqual([chosen, other]);
  });

  it.each([
    ['one that is none of them', [old, fresh], 'another'],
    ['one alone', [old], 'old'],
    ['two that are two logins', [old, account('jane', { origins: [A] })], 'old'],
  ])('is not chosen for %s', (_, accounts, keptId) => {
    expect(() => keepOne(accounts, keptId, 100)).toThrow('bad-request');
  });

  it('what was retired for another account stays where it is', () => {
    const elsewhere = { ...old, retired: { at: 5, why: 'replaced', by: 'another' } as const };
    expect(separateAccounts(fresh, fresh, [elsewhere])).toEqual([fresh]);
  });
});
