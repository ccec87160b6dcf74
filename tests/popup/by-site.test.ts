import { expect, it } from 'vitest';
import { bySite } from '../../entrypoints/popup/by-site';
import { summaryOf } from '../components/summaries';

const ORIGIN = 'https://harbour.au1.cliniko.com';
const at = (id: string, ...origins: string[]) => summaryOf(id, { origins });
const ids = (accounts: readonly { id: string }[]) => accounts.map(({ id }) => id).join('');

it('puts this site first, each part in its order', () => {
  const { here, elsewhere } = bySite(
    [at('a'), at('b', ORIGIN), at('c', 'https://x.example'), at('d', ORIGIN)],
    ORIGIN,
  );
  expect([ids(here), ids(elsewhere)]).toEqual(['bd', 'ac']);
});

it('takes an account with a subdomain of this host for another', () => {
  expect(ids(bySite([at('a', 'https://x.harbour.au1.cliniko.com')], ORIGIN).here)).toBe('');
});

it('knows none of a page without a site', () => {
  expect(bySite([at('a', ORIGIN)], null)).toMatchObject({ here: [], elsewhere: [{ id: 'a' }] });
});

it('draws five cards, and the others as rows before all others', () => {
  const many = [...'abcdefg'].map((id) => at(id, ORIGIN));
  const { here, elsewhere } = bySite([at('x'), ...many], ORIGIN);
  expect([ids(here), ids(elsewhere)]).toEqual(['abcde', 'fgx']);
});
