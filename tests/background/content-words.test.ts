import { expect, it } from 'vitest';
import { isOutcome, namesOf, textOf, ticksOf } from '../../entrypoints/background/content-words';

it.each([null, undefined, 7, 'x', {}, [null, 7, {}, [], { words: 7 }]])('%j are no ticks', (said) => {
  expect(ticksOf(said)).toEqual([]);
});

it('of a tick only its words, cut, and a plain yes count', () => {
  expect(ticksOf([{ words: 'Remember', ticked: true, more: 'x' }])).toEqual([
    { words: 'Remember', ticked: true },
  ]);
  expect(ticksOf([{ words: 'Remember', ticked: 'true' }])).toEqual([{ words: 'Remember', ticked: false }]);
  expect(ticksOf([{ words: 'x'.repeat(5000) }])[0]!.words).toHaveLength(300);
  expect(ticksOf(Array.from({ length: 1000 }, () => ({ words: 'x' })))).toHaveLength(8);
});

it('takes no more than a few names, texts alone, and outcomes there are', () => {
  expect(namesOf(['a', 7, 'b', null, 'c', 'd', 'e', 'f'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([textOf('a'), textOf(''), textOf(7), textOf(null)]).toEqual(['a', '', null, null]);
  expect([isOutcome('filled'), isOutcome('hacked'), isOutcome({})]).toEqual([true, false, false]);
});
