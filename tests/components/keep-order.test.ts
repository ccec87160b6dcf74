import { expect, it } from 'vitest';
import { keepOrder } from '../../components/keep-order';
import { summaryOf } from './summaries';

const list = (ids: string, pinned = '') =>
  [...ids].map((id) => summaryOf(id, { pinned: pinned.includes(id) }));
const kept = (shown: string, fresh: string, pinned = '') =>
  keepOrder(list(shown), list(fresh, pinned))
    .map(({ id }) => id)
    .join('');

it.each([
  ['at first, as it came', '', 'cab', '', 'cab'],
  ['whatever was used meanwhile', 'abcd', 'dabc', '', 'abcd'],
  ['what is gone leaves no gap', 'abcd', 'dba', '', 'abd'],
  ['what is new stands after its neighbour', 'abcd', 'abxcd', '', 'abxcd'],
  ['what is new stands after its neighbour, where that is now', 'abcd', 'dxabc', '', 'abcdx'],
  ['what is new and first is first', 'abcd', 'xabcd', '', 'xabcd'],
  ['two that are new stay in their order', 'ab', 'axyb', '', 'axyb'],
  ['what was just pinned goes up', 'abcd', 'cabd', 'c', 'cabd'],
])('%s', (_, shown, fresh, pinned, expected) => expect(kept(shown, fresh, pinned)).toBe(expected));
