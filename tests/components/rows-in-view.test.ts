import { describe, expect, it } from 'vitest';
import { rowsInView, scrollToRow } from '../../components/rows-in-view';

const ROW = 56;
const HEIGHT = 408;
const at = (above: number, count = 1000) => rowsInView({ above, height: HEIGHT, row: ROW }, count);

describe('the rows that are drawn', () => {
  it.each([24, 3, 1, 0])('are all %i of a short list', (count) =>
    expect(at(0, count)).toEqual({ from: 0, end: count }),
  );

  it('hold every row of which a pixel is in view, wherever it is scrolled to, and few more', () => {
    for (let above = -500; above < 1000 * ROW; above += 13) {
      const { from, end } = at(above);
      const first = Math.max(0, Math.floor(above / ROW));
      const last = Math.min(999, Math.ceil((above + HEIGHT) / ROW) - 1);
      expect(from).toBeLessThanOrEqual(first);
      expect(end).toBeGreaterThan(last);
      expect(end - from).toBeLessThanOrEqual(Math.ceil(HEIGHT / ROW) + 18);
    }
  });

  it('stay inside the list where it is scrolled past its end', () => {
    const { from, end } = at(2_000 * ROW);
    expect(end).toBe(1000);
    expect(from).toBeLessThanOrEqual(end);
  });

  it('begin at the first where the list is not in view yet', () => expect(at(-3000).from).toBe(0));
});

describe('scrolling to a row', () => {
  const sight = { above: 560, height: HEIGHT, row: ROW };

  it.each([
    ['back to one above', 9, -56],
    ['not at all to the first in view', 10, 0],
    ['not at all to the last whole one in view', 16, 0],
    ['on to one that is cut off', 17, 8 * ROW - HEIGHT],
    ['on to one far below', 999, 1000 * ROW - 560 - HEIGHT],
  ])('goes %s', (_, place, by) => expect(scrollToRow(place, sight)).toBe(by));

  it('leaves it in view, from anywhere to anywhere', () => {
    for (const above of [-200, 0, 333, 20_000])
      for (const place of [0, 7, 400, 999]) {
        const then = above + scrollToRow(place, { ...sight, above });
        expect(place * ROW).toBeGreaterThanOrEqual(then);
        expect((place + 1) * ROW).toBeLessThanOrEqual(then + HEIGHT);
      }
  });
});
