import { expect, it } from 'vitest';
import { inListOrder } from '../../utils/vault/list-order';
import { sampleAccount } from '../transfer/samples';

const named = (name: string, pinned?: true) => {
  const [issuer = '', account = ''] = name.split(' ');
  return sampleAccount({ id: name, issuer, account, ...(pinned && { pinned }) });
};
const order = (accounts: readonly ReturnType<typeof named>[], usedOn: Record<string, number> = {}) =>
  inListOrder(accounts, new Map(Object.entries(usedOn))).map(({ id }) => id);

it('is by issuer, then account, as people sort: case and accents aside, numbers by size', () => {
  expect(
    order(['nookal b', 'Cliniko 10', 'Évora a', 'cliniko 9', 'Fern a'].map((name) => named(name))),
  ).toEqual(['cliniko 9', 'Cliniko 10', 'Évora a', 'Fern a', 'nookal b']);
});

it('begins with the pinned by name, then those used on the latest days; of one day by name', () => {
  const accounts = [
    named('A a'),
    named('B b'),
    named('C c'),
    named('D d', true),
    named('E e', true),
    named('F f'),
  ];
  expect(order(accounts, { 'F f': 20_000, 'C c': 20_001, 'B b': 20_001, 'E e': 20_002 })).toEqual([
    'D d',
    'E e',
    'B b',
    'C c',
    'F f',
    'A a',
  ]);
});

it('leaves what it is given as it is, and forgets who is not there', () => {
  const accounts = [named('B b'), named('A a')];
  expect(order(accounts, { gone: 3 })).toEqual(['A a', 'B b']);
  expect(accounts[0]!.id).toBe('B b');
});
