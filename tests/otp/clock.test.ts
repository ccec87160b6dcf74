import { describe, expect, it } from 'vitest';
import { clockSkew, findClockError, isClockWrong } from '../../utils/otp/clock';

const DATE = 'Sat, 21 Nov 2026 22:19:30 GMT';
/** Half a second into the second that the header names. */
const TRUE_TIME = Date.UTC(2026, 10, 21, 22, 19, 30, 500);

function skewOf(reply: Partial<Parameters<typeof clockSkew>[0]> & { off?: number; roundTrip?: number }) {
  const { off = 0, roundTrip = 200, ...rest } = reply;
  const sentAt = TRUE_TIME - roundTrip / 2 + off * 1000;
  return clockSkew({ dateHeader: DATE, ageHeader: null, sentAt, receivedAt: sentAt + roundTrip, ...rest });
}

describe('clockSkew', () => {
  it.each([0, 1, -1, 10, -10, 90, -90, 86_400, -86_400])('sees a clock that is %d s ahead', (off) => {
    expect(skewOf({ off })).toBe(off);
    expect(isClockWrong(off)).toBe(Math.abs(off) > 10);
  });

  it('is right to a second wherever in its second the server answered', () => {
    for (let off = -0.999; off < 1; off += 0.1)
      expect(Math.abs(skewOf({ off }) ?? Number.NaN)).toBeLessThanOrEqual(1);
  });

  it('never gives a negative zero', () => {
    expect(Object.is(skewOf({ off: -0.2 }), 0)).toBe(true);
  });

  it.each([
    ['no date', { dateHeader: null }],
    ['an empty date', { dateHeader: '' }],
    ['a date in another format', { dateHeader: '2026-11-21T22:19:30Z' }],
    ['a date that does not exist', { dateHeader: 'Tue, 31 Feb 2026 22:19:30 GMT' }],
    ['the wrong weekday', { dateHeader: 'Fri, 21 Nov 2026 22:19:30 GMT' }],
    ['two dates', { dateHeader: `${DATE}, ${DATE}` }],
    ['a copy from a cache', { ageHeader: '1' }],
    ['an age that is none', { ageHeader: 'old' }],
    ['a reply that took over ten seconds', { roundTrip: 10_001 }],
    ['a clock set back under way', { receivedAt: 0 }],
  ])('does not know with %s', (_, reply) => {
    expect(skewOf(reply)).toBeNull();
  });

  it('knows with an age of zero and a reply that took ten seconds', () => {
    expect(skewOf({ ageHeader: '0', roundTrip: 10_000, off: 90 })).toBe(90);
  });
});

describe('findClockError', () => {
  const at = (skew: number, origin = 'https://a.example') => ({ origin, skew });
  it.each([
    ['nothing was read', [], 0, null],
    ['the clock is right', [at(3)], 0, null],
    ['ten seconds', [at(-10)], 0, null],
    ['slow', [at(-94)], 0, { skew: -94, offered: true }],
    ['fast', [at(94)], 0, { skew: 94, offered: true }],
    ['two portals agree', [at(-94), at(-91, 'https://b.example')], 0, { skew: -91, offered: true }],
    ['two portals disagree', [at(0), at(-94, 'https://b.example')], 0, { skew: -94, offered: false }],
    ['a day', [at(-86_400)], 0, { skew: -86_400, offered: true }],
    ['more than a day', [at(-86_401)], 0, { skew: -86_401, offered: false }],
    ['corrected', [at(-94)], 94, null],
    ['corrected, and right again meanwhile', [at(0)], 94, { skew: 0, offered: true }],
    ['corrected, and wrong in another way', [at(200)], 94, { skew: 200, offered: true }],
  ] as const)('%s', (_, readings, offset, error) => {
    expect(findClockError(readings, offset)).toEqual(error);
  });
});
