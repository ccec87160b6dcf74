import { describe, expect, it } from 'vitest';
import {
  addEvents,
  checkEvents,
  MOST_EVENTS,
  type UnlockEvent,
  worthTelling,
} from '../../utils/vault/unlock-history';

const opened = (at: number): UnlockEvent => ({ at, way: 'password', opened: true });
const wrong = (at: number): UnlockEvent => ({ at, way: 'password', opened: false });

describe('the history of unlocks', () => {
  it('is in order of time, whatever order it comes in', () => {
    expect(addEvents([opened(2)], [wrong(1), opened(3)])).toEqual([wrong(1), opened(2), opened(3)]);
  });

  it('has once what was written twice, and both of what happened at the same moment', () => {
    expect(addEvents([wrong(1)], [wrong(1), opened(1)])).toEqual([wrong(1), opened(1)]);
  });

  it('keeps the last fifty', () => {
    const many = Array.from({ length: MOST_EVENTS + 10 }, (_, at) => opened(at));
    const kept = addEvents(many, [wrong(1000)]);
    expect(kept).toHaveLength(50);
    expect(kept[0]).toEqual(opened(11));
    expect(kept.at(-1)).toEqual(wrong(1000));
  });

  it.each([
    ['nothing', undefined],
    ['no list', { at: 1 }],
    ['a way that is none', [{ at: 1, way: 'guess', opened: true }]],
    ['no time', [{ at: 'now', way: 'password', opened: true }]],
    ['no outcome', [{ at: 1, way: 'password' }]],
    ['null in it', [null]],
  ])('reads %s as empty', (_, stored) => expect(checkEvents(stored)).toEqual([]));

  it('reads what it is, and not what was put beside it', () => {
    expect(checkEvents([{ ...opened(1), typed: 'seven teal buses' }])).toEqual([opened(1)]);
  });
});

describe('wrong passwords are told', () => {
  const now = 100 * 60_000;
  it.each([
    ['none', [], 0],
    ['a slip just now', [wrong(now - 5_000)], 0],
    ['two slips just now', [wrong(now - 9_000), wrong(now - 5_000)], 0],
    ['three in a row', [wrong(now - 9_000), wrong(now - 5_000), wrong(now - 1_000)], 3],
    ['one of an hour ago', [wrong(now - 60 * 60_000)], 1],
    ['one of an hour ago and a slip', [wrong(now - 60 * 60_000), wrong(now - 5_000)], 2],
  ])('%s', (_, events, told) => expect(worthTelling(events, now)).toBe(told));
});
