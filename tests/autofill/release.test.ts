import { describe, expect, it } from 'vitest';
import {
  type ArmedLogin,
  armedAccount,
  isFilledByItself,
  waitBeforeCode,
  whoseStill,
  wishedAccount,
} from '../../utils/autofill/release';

const HERE = 'https://harbour.au1.cliniko.com';
const LOGIN = 'https://login.cliniko.com';
const NOW = 1_000_000_000_000;
const sam = { id: 'sam', origins: [HERE, LOGIN], fillsItself: true };
const jane = { id: 'jane', origins: [HERE], fillsItself: true };
const armed: ArmedLogin = { origin: HERE, at: NOW - 1000, whose: 'untold' };

describe('an armed login', () => {
  it('lets the one account bound here fill, wherever among its origins the login began', () => {
    expect(armedAccount([sam], armed, HERE, NOW)).toBe(sam);
    expect(armedAccount([sam], { ...armed, origin: LOGIN }, HERE, NOW)).toBe(sam);
  });

  it.each([
    ['none was started', [sam], undefined, HERE],
    ['it is more than five minutes old', [sam], { ...armed, at: NOW - 300_001 }, HERE],
    ['the clock was set back', [sam], { ...armed, at: NOW + 1 }, HERE],
    ['it began on another origin', [sam], { ...armed, origin: 'https://evil.example' }, HERE],
    ['the prompt is on another origin', [sam], armed, 'https://evil.example'],
    ['two accounts are bound here', [sam, jane], armed, HERE],
    ['the account does not fill by itself', [{ ...sam, fillsItself: false }], armed, HERE],
    ['the login name fits none or several', [sam], { ...armed, whose: 'unclear' }, HERE],
    ['the login is of an account not bound here', [sam], { ...armed, whose: { accountId: 'lee' } }, HERE],
    [
      'the named account is not bound where the login began',
      [jane],
      { origin: LOGIN, at: NOW, whose: { accountId: 'jane' } },
      HERE,
    ],
    [
      'the named account does not fill by itself',
      [sam, { ...jane, fillsItself: false }],
      { ...armed, whose: { accountId: 'jane' } },
      HERE,
    ],
  ] as const)('lets nothing go where %s', (_, accounts, login, origin) => {
    expect(armedAccount(accounts, login, origin, NOW)).toBeNull();
  });

  it('is the named account’s, where several are bound here', () => {
    const named: ArmedLogin = { ...armed, whose: { accountId: 'jane' } };
    expect(armedAccount([sam, jane], named, HERE, NOW)).toBe(jane);
  });
});

describe('a prompt is filled by itself', () => {
  const why = ['authenticator'];
  const before = { createdAt: armed.at - 1 };
  const since = { createdAt: armed.at };

  it('where nothing but an authenticator’s code is meant', () => {
    expect(isFilledByItself({ prompt: 'totp', why }, before, armed)).toBe(true);
    expect(isFilledByItself({ prompt: 'ask', why }, before, armed)).toBe(false);
    expect(isFilledByItself(undefined, before, armed)).toBe(false);
  });

  it('beside a key to scan with the code of one that was saved since the login, and no other', () => {
    const setUp = { prompt: 'totp', why: ['set-up', ...why] } as const;
    expect(isFilledByItself(setUp, before, armed)).toBe(false);
    expect(isFilledByItself(setUp, since, armed)).toBe(true);
  });
});

describe('whose a login still is', () => {
  const named: ArmedLogin = { origin: LOGIN, at: NOW - 1000, whose: { accountId: 'sam' } };
  it('is remembered for five minutes, on its own origin', () => {
    expect(whoseStill(named, NOW, LOGIN)).toEqual({ accountId: 'sam' });
    expect(whoseStill(named, NOW, HERE)).toBe('untold');
    expect(whoseStill(named, NOW + 300_000, LOGIN)).toBe('untold');
    expect(whoseStill(undefined, NOW)).toBe('untold');
  });
});

describe('a wish', () => {
  const wish = { accountId: 'sam', origin: HERE, at: NOW - 1000, again: false, sendsTo: null };

  it('is for the account that was named, though others are bound here and it does not fill by itself', () => {
    const quiet = { ...sam, fillsItself: false };
    expect(wishedAccount([quiet, jane], wish, HERE, NOW)).toBe(quiet);
  });

  it.each([
    ['none was made', undefined, HERE],
    ['it was made for another origin', { ...wish, origin: LOGIN }, HERE],
    ['the page has gone to another origin', wish, LOGIN],
    ['it is more than fifteen seconds old', { ...wish, at: NOW - 15_001 }, HERE],
    ['the account is gone', { ...wish, accountId: 'lee' }, HERE],
    ['the account is not bound here', { ...wish, accountId: 'jane', origin: LOGIN }, LOGIN],
  ])('lets nothing go where %s', (_, made, origin) => {
    expect(wishedAccount([sam, jane], made, origin, NOW)).toBeNull();
  });
});

describe('7. never a code about to expire, never a step twice', () => {
  const parameters = {
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: new Uint8Array(20),
  } as const;
  const step = 33_333_333;
  const start = step * 30_000;

  it.each([
    ['a fresh step', start, -1, false, 0],
    ['three seconds left', start + 27_000, -1, false, 0],
    ['less than three seconds left', start + 27_001, -1, false, 2_999],
    ['less than three seconds left, asked for again', start + 29_999, -1, true, 1],
    ['a step that was used', start + 10_000, step, false, 20_000],
    ['a step that was used, asked for again', start + 10_000, step, true, 0],
    ['the step before was used', start, step - 1, false, 0],
    ['the next step was used, before a small correction of the clock', start, step + 1, false, 30_000],
    ['a step far ahead was used, under a clock that was wrong', start, step + 240, false, 0],
  ])('%s', (_, now, used, again, wait) => {
    expect(waitBeforeCode(parameters, used, again, now)).toBe(wait);
  });

  it('a counter knows no time', () => {
    const hotp = {
      kind: 'hotp',
      algorithm: 'SHA1',
      digits: 6,
      counter: 1,
      secret: new Uint8Array(20),
    } as const;
    expect(waitBeforeCode(hotp, 99, false, NOW)).toBe(0);
  });
});
