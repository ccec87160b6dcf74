import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../utils/bytes';
import {
  beginAgain,
  type Collected,
  collect,
  failedIn,
  isWhole,
  keysIn,
  missingParts,
  NOTHING,
} from '../../utils/otp/collect';
import { formatKeyUri } from '../../utils/otp/key-uri';
import type { SetupKey } from '../../utils/otp/parameters';
import { readSetupText, readSetupTexts } from '../../utils/otp/setup-text';
import { refusal } from './failures';
import { type MigrationPayload, migrationUri } from './write-migration';

const account = (name: string) => ({ secret: randomBytes(20), name, issuer: 'Clinic' });
const names = (collected: Collected) => keysIn(collected).map((key) => key.account);

const collectAll = (texts: readonly string[]) => collect(NOTHING, texts.map(readSetupText));

/** An export of as many codes as there are lists of names. */
function exportOf(parts: readonly string[][], more: Partial<MigrationPayload> = {}): string[] {
  return parts.map((held, index) =>
    migrationUri({ accounts: held.map(account), size: parts.length, index, version: 2, ...more }),
  );
}

const key = (name: string): SetupKey => ({
  issuer: 'Clinic',
  account: name,
  parameters: { kind: 'totp', secret: randomBytes(20), algorithm: 'SHA1', digits: 6, period: 30 },
});

describe('the parts of an export', () => {
  const five = exportOf([['a', 'b'], ['c'], ['d'], ['e'], ['f', 'g']]);
  const [one, two, three, four, last] = five as [string, string, string, string, string];

  it('come in any order, and are put in theirs', () => {
    const { collected, news } = collectAll([four, one, last, three, two]);
    expect(news).toEqual(Array(5).fill('new'));
    expect(names(collected)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(collected.batches).toHaveLength(1);
    expect(isWhole(collected)).toBe(true);
  });

  it('are missed by their numbers', () => {
    const { collected } = collectAll([four, two]);
    expect(missingParts(collected.batches[0]!)).toEqual([1, 3, 5]);
    expect(isWhole(collected)).toBe(false);
    expect(names(collected)).toEqual(['c', 'e']);
  });

  it('may be seen again and again, as a camera does', () => {
    const { collected, news } = collectAll([four, four, two, four]);
    expect(news).toEqual(['new', 'known', 'new', 'known']);
    expect(names(collected)).toEqual(['c', 'e']);
  });

  it('conflict where a number comes back with other accounts, and nothing is taken', () => {
    const [, another] = exportOf([['v'], ['w'], ['x'], ['y'], ['z']]);
    const { collected, news } = collectAll([two, four, another!]);
    expect(news).toEqual(['new', 'new', 'conflict']);
    expect(names(collected)).toEqual(['c', 'e']);
    const anew = beginAgain(collected, readSetupText(another!));
    expect(names(anew)).toEqual(['w']);
    expect(missingParts(anew.batches[0]!)).toEqual([1, 3, 4, 5]);
  });

  it('of exports that tell themselves apart do not mix', () => {
    const other = exportOf([['x'], ['y']], { version: 1, id: -7 });
    const { collected, news } = collectAll([one, other[1]!, two]);
    expect(news).toEqual(['new', 'new', 'new']);
    expect(collected.batches.map((batch) => missingParts(batch))).toEqual([[3, 4, 5], [1]]);
    expect(names(collected)).toEqual(['a', 'b', 'c', 'y']);
    const without = beginAgain(collected, readSetupText(other[0]!));
    expect(names(without)).toEqual(['a', 'b', 'c', 'x']);
  });

  it('name what they hold and cannot hand over', () => {
    const bad = { ...account('bad'), algorithm: 4 };
    const part = migrationUri({ accounts: [account('good'), bad], size: 2, index: 1 });
    const { collected } = collectAll([part, part]);
    expect(failedIn(collected).map(({ name }) => name)).toEqual(['Clinic: bad']);
    expect(names(collected)).toEqual(['good']);
  });

  it('that stand alone are exports of their own', () => {
    const singles = [...exportOf([['a']]), ...exportOf([['b']])];
    const { collected, news } = collectAll([...singles, singles[0]!]);
    expect(news).toEqual(['new', 'new', 'known']);
    expect(isWhole(collected)).toBe(true);
    expect(names(collected)).toEqual(['a', 'b']);
  });
});

describe('keys that come alone', () => {
  it('are kept once each, in their order, before those of an export', () => {
    const [ann, ben] = [key('ann'), key('ben')].map(formatKeyUri) as [string, string];
    const { collected, news } = collectAll([...exportOf([['c'], ['d']]), ben, ann, ben]);
    expect(news).toEqual(['new', 'new', 'new', 'new', 'known']);
    expect(names(collected)).toEqual(['ben', 'ann', 'c', 'd']);
  });

  it('are one with the same key in an export', () => {
    const held = account('ann');
    const single = formatKeyUri({
      issuer: 'Clinic',
      account: 'ann',
      parameters: { kind: 'totp', secret: held.secret, algorithm: 'SHA1', digits: 6, period: 30 },
    });
    const { collected } = collectAll([single, migrationUri({ accounts: [held] })]);
    expect(names(collected)).toEqual(['ann']);
  });
});

it('is quick with thousands, and the same when they come one by one', () => {
  const uris = Array.from({ length: 5000 }, (_, place) => formatKeyUri(key(`k${place}`)));
  expect(keysIn(collectAll([...uris, ...uris]).collected)).toHaveLength(5000);
  const few = uris.slice(0, 20).map(readSetupText);
  const oneByOne = few.reduce((collected, text) => collect(collected, [text]).collected, NOTHING);
  expect(oneByOne).toEqual(collect(NOTHING, few).collected);
});

describe('readSetupTexts', () => {
  const ours = formatKeyUri(key('ann'));

  it('passes over what is beside a set-up code', () => {
    const read = readSetupTexts(['https://apps.example/authenticator', ours]);
    expect(read.flatMap(({ keys }) => keys.map(({ account }) => account))).toEqual(['ann']);
  });

  it('says why the first is none, where there is none', () => {
    expect(refusal(() => readSetupTexts(['https://apps.example/x', 'hello']))).toBe(
      'not-a-setup-code: apps.example',
    );
    expect(refusal(() => readSetupTexts([]))).toBe('no-code-found');
  });
});
