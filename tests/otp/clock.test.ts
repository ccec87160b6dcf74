import { describe, expect, it } from 'vitest';
import { clockSkew, isClockWrong } from '../../utils/otp/clock';

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
