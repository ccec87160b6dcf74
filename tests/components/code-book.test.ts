import { expect, it } from 'vitest';
import { createCodeBook } from '../../components/code-book';
import { summaryOf, viewOf } from './summaries';

const END = 1_700_000_010_000;

it('asks for what it was never told, and for what is over', () => {
  const book = createCodeBook();
  expect(book.lacking(['a', 'b'], END - 1)).toEqual(['a', 'b']);
  book.add([viewOf('a', END)]);
  expect(book.lacking(['a', 'b'], END - 1)).toEqual(['b']);
  expect(book.lacking(['a', 'b'], END)).toEqual(['a', 'b']);
});

it('shows a code until the one after it is over, and then none', () => {
  const book = createCodeBook();
  const a = summaryOf('a');
  expect(book.of(a, END)).toBeNull();
  book.add([viewOf('a', END)]);
  expect(book.of(a, END + 29_999)).toMatchObject({ accountId: 'a' });
  expect(book.of(a, END + 30_000)).toBeNull();
});

it('goes on showing after news what is to be asked anew, but for what came with the news', () => {
  const book = createCodeBook();
  book.add([viewOf('a', END), viewOf('b', END)]);
  book.renew([viewOf('a', END)]);
  expect(book.lacking(['a', 'b'], END - 1)).toEqual(['b']);
  expect(book.of(summaryOf('b'), END - 1)).not.toBeNull();
  book.add([viewOf('b', END)]);
  expect(book.lacking(['a', 'b'], END - 1)).toEqual([]);
});

it('says when the first of those on the screen is over', () => {
  const book = createCodeBook();
  book.add([viewOf('a', END + 30_000), viewOf('b', END), viewOf('c', END - 30_000)]);
  expect(book.nearestEnd(['a', 'b', 'unknown'])).toBe(END);
  expect(book.nearestEnd(['unknown'])).toBe(Number.POSITIVE_INFINITY);
});
