import { describe, expect, it } from 'vitest';
import { Failure } from '../../utils/failure';
import { bringBack, enrol } from '../../utils/vault/enrol';
import { testAccount } from './stores';

const HERE = 'https://harbour.au1.cliniko.com';
const held = testAccount('sam', {
  origins: [HERE, 'https://north.au1.cliniko.com'],
  fillsItself: false,
  submits: true,
  recoveryCodes: [
    { code: 'used', usedAt: 5 },
    { code: 'good', usedAt: null },
  ],
});
const again = (change = {}) => ({ ...testAccount('sam', { origins: [HERE] }), id: 'id-new', ...change });

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return Failure.facts(thrown);
  }
  return null;
}

describe('a set-up code for an account held already', () => {
  it.each([
    ['of the same names on the same site', {}],
    ['whose portal is written in another way', { issuer: 'CLINIKO Pty Ltd' }],
    ['whose names are in other letters', { issuer: 'cliniko', account: 'SAM@harbourphysio.example' }],
    ['for no site yet', { origins: [] }],
  ])('is asked about: %s', (_, change) => {
    expect(failureOf(() => enrol([held], again(change), 'ask', 9))).toEqual({
      code: 'same-account',
      values: ['Cliniko', held.account, held.id],
    });
  });

  it.each([
    ['of another person', { account: 'jane@harbourphysio.example' }],
    ['of the same person at another site', { issuer: 'Jane', origins: ['https://jane.example'] }],
    ['of the same names at another site', { origins: ['https://cliniko.com.evil.example'] }],
    ['without a name, of another portal', { issuer: 'Other', account: '' }],
  ])('is not mixed up with one %s', (_, change) => {
    const fresh = again(change);
    expect(enrol([held], fresh, 'ask', 9)).toEqual([fresh]);
  });

  it('names the one whose names are the very same first', () => {
    const near = testAccount('near', { issuer: 'Cliniko AU', account: held.account, origins: [HERE] });
    expect(failureOf(() => enrol([near, held], again(), 'ask', 9))).toMatchObject({
      values: ['Cliniko', held.account, held.id],
    });
  });

  it('replaced, the old one retires with its codes, and what was settled for it goes over', () => {
    const [fresh, old] = enrol([held], again(), { replace: held.id }, 9);
    expect(fresh).toMatchObject({ id: 'id-new', origins: held.origins, fillsItself: false, submits: true });
    expect(fresh!.recoveryCodes).toEqual([]);
    expect(old!.retired).toEqual({ at: 9, why: 'replaced', by: 'id-new' });
    expect(old!.recoveryCodes).toEqual([
      { code: 'used', usedAt: 5 },
      { code: 'good', usedAt: 9 },
    ]);
    expect(bringBack(old!)).toEqual(held);
  });

  it('kept beside it, nothing happens to the old one', () => {
    const fresh = again();
    expect(enrol([held], fresh, 'keep-both', 9)).toEqual([fresh]);
  });

  it('with the very same key is refused, whatever is asked', () => {
    const same = again({ parameters: held.parameters, account: 'else' });
    for (const wish of ['ask', 'keep-both', { replace: held.id }] as const)
      expect(failureOf(() => enrol([held], same, wish, 9))).toMatchObject({ code: 'already-saved' });
  });
});
