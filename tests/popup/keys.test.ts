import { describe, expect, it } from 'vitest';
import { goal } from '../../entrypoints/popup/keys';

const SEARCH = -1;
const LAST = 1000;
const page = () => 7;
const from = (key: string, here: number, last = LAST) => goal(key, here, last, page, here === SEARCH);

describe('where a key leads to', () => {
  it.each([
    ['ArrowDown', SEARCH, 0],
    ['ArrowDown', 500, 501],
    ['ArrowDown', LAST, LAST],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, SEARCH],
    ['ArrowUp', SEARCH, SEARCH],
    ['PageDown', 3, 10],
    ['PageDown', SEARCH, 6],
    ['PageDown', LAST - 2, LAST],
    ['PageUp', 10, 3],
    ['PageUp', 3, 0],
    ['PageUp', SEARCH, SEARCH],
    ['Home', 500, 0],
    ['End', 500, LAST],
  ])('%s from %i is %i', (key, here, there) => expect(from(key, here)).toBe(there));

  it.each(['Home', 'End', 'a', 'Enter'])('%s stays with the letters typed', (key) =>
    expect(from(key, SEARCH)).toBeNull(),
  );

  it.each(['ArrowDown', 'PageDown'])('%s stays in the search where there is nothing', (key) =>
    expect(from(key, SEARCH, -1)).toBe(SEARCH),
  );
});
