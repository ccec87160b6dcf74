import { describe, expect, it } from 'vitest';
import { whoseLogin, withShown } from '../../utils/autofill/login-name';

const HERE = 'https://harbour.au1.cliniko.com';
const account = (id: string, account: string, origin = HERE) => ({ id, account, origins: [origin] });
const sam = account('sam', 'sam@harbourphysio.example');
const jane = account('jane', 'jane@harbourphysio.example');
const label = account('label', 'Reception');
const other = account('other', 'sam@other.example');
const elsewhere = account('elsewhere', 'lee@harbourphysio.example', 'https://app.jane.example');

describe('whose login it is', () => {
  it.each([
    ['the whole name', [sam, jane], 'sam@harbourphysio.example', 'sam'],
    ['capitals and blanks', [sam, jane], '  Sam@HarbourPhysio.example ', 'sam'],
    ['full-width letters', [sam, jane], 'ｓａｍ@harbourphysio.example', 'sam'],
    ['the part before the @', [sam, jane], 'jane', 'jane'],
    [
      'an account called by the part before the @',
      [account('s', 'sam'), jane],
      'sam@harbourphysio.example',
      's',
    ],
    ['the whole name before the part', [sam, account('s', 'sam')], 'sam', 's'],
  ])('%s', (_, accounts, name, accountId) => {
    expect(whoseLogin(accounts, HERE, name)).toEqual({ accountId });
  });

  it.each([
    ['no name', [sam, jane], null, 'untold'],
    ['an empty one', [sam], '   ', 'untold'],
    ['one that is too long', [sam], `${'s'.repeat(255)}@harbourphysio.example`, 'untold'],
    ['a part that fits two', [sam, other], 'sam', 'unclear'],
    ['two accounts of one name', [sam, { ...sam, id: 'again' }], 'sam@harbourphysio.example', 'unclear'],
    ['another address than the only one', [sam], 'jane@harbourphysio.example', 'unclear'],
    ['the same person at another practice', [sam], 'sam@other.example', 'unclear'],
    ['another address, with two held', [sam, jane], 'lee@harbourphysio.example', 'unclear'],
    ['an account that is called by a label', [label], 'jane@harbourphysio.example', 'untold'],
    ['a label beside an address', [label, sam], 'jane@harbourphysio.example', 'untold'],
    ['a name that is no address', [sam], 'reception-desk', 'untold'],
    ['a piece of a name', [sam, jane], 'sam@harbour', 'unclear'],
    ['an account of another site', [sam, elsewhere], 'lee@harbourphysio.example', 'unclear'],
  ])('not told by %s', (_, accounts, name, whose) => {
    expect(whoseLogin(accounts, HERE, name)).toBe(whose);
  });

  it('never by an account that is not bound there', () => {
    expect(whoseLogin([elsewhere], HERE, 'lee@harbourphysio.example')).not.toHaveProperty('accountId');
  });
});

describe('what the page shows', () => {
  const held = [sam, jane];
  it.each([
    ['names the account', 'untold', ['jane@harbourphysio.example'], { accountId: 'jane' }],
    [
      'counts beside a help desk',
      'untold',
      ['help@portal.example', 'sam@harbourphysio.example'],
      { accountId: 'sam' },
    ],
    ['agrees with what was typed', { accountId: 'sam' }, ['sam@harbourphysio.example'], { accountId: 'sam' }],
    ['adds nothing to what was typed', { accountId: 'sam' }, ['help@portal.example'], { accountId: 'sam' }],
    ['says nothing by a help desk alone', 'untold', ['help@portal.example'], 'untold'],
    ['is nothing', 'untold', [], 'untold'],
    ['names two', 'untold', ['jane@harbourphysio.example', 'sam@harbourphysio.example'], 'unclear'],
    ['contradicts what was typed', { accountId: 'sam' }, ['jane@harbourphysio.example'], 'unclear'],
    ['does not overrule a strange name', 'unclear', ['jane@harbourphysio.example'], 'unclear'],
  ] as const)('%s', (_, typed, shown, whose) => {
    expect(withShown(typed, held, HERE, shown)).toEqual(whose);
  });
});
