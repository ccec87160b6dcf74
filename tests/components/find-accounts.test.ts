import { describe, expect, it } from 'vitest';
import { createSearch } from '../../components/find-accounts';
import { summaryOf } from './summaries';

const accounts = [
  summaryOf('1', { issuer: 'Cliniko', account: 'Zoë.Müller@harbour.example' }),
  summaryOf('2', {
    issuer: 'Jane',
    account: 'søren@harbour.example',
    origins: ['https://harbour.janeapp.com'],
  }),
  summaryOf('3', { issuer: 'Praxis Weiß', account: 'Łucja' }),
  summaryOf('4', { issuer: '', account: 'İpek' }),
];
const find = createSearch(accounts);
const ids = (query: string) => find(query).map(({ id }) => id);

describe('the search', () => {
  it('finds all, as they are, where nothing is typed', () => {
    expect(find('')).toBe(accounts);
    expect(find('  ')).toBe(accounts);
  });

  it.each([
    ['zoe', ['1']],
    ['ZOË', ['1']],
    ['muller', ['1']],
    ['soren', ['2']],
    ['weiss', ['3']],
    ['WEISS', ['3']],
    ['lucja', ['3']],
    ['ipek', ['4']],
    ['janeapp', ['2']],
    ['harbour', ['1', '2']],
    ['harbour jane', ['2']],
    ['jane cliniko', []],
  ])('finds %s', (query, expected) => expect(ids(query)).toEqual(expected));
});
