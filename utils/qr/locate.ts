import type { Gray } from './gray';
import type { Rectangle } from './pixels';

/** A block counts where its shades lie further apart than this. */
const CONTRAST = 36;

/** Most places given. */
const MOST = 12;

/**
 * Where codes may be in a picture, by its pixels alone: squares in which everything changes, best guess first. `block`
 * is the side, in pixels, of what is looked at as one: larger than a module, smaller than the room round a code. So
 * that codes of any size are found it is doubled, `doublings` times.
 */
export function locate(gray: Gray, block: number, doublings = 0): Rectangle[] {
  const places: Located[] = [];
  let ranges = rangesOf(gray, block);
  for (let side = block; side <= block * 2 ** doublings; side *= 2) {
    places.push(...squares(ranges, side));
    ranges = doubled(ranges);
  }
  const best = places.sort((a, b) => b.score - a.score).slice(0, MOST);
  return best.map(({ rectangle }) => rectangle);
}

interface Located {
  readonly rectangle: Rectangle;
  /** 1 for a square of busy blocks. */
  readonly score: number;
}

function squares({ across, down, darkest, lightest }: Ranges, block: number): Located[] {
  const busy = darkest.map((shade, at) => (lightest[at]! - shade > CONTRAST ? 1 : 0));
  const dense = denseBlocks(busy, across, down);
  const places: Located[] = [];
  for (let at = 0; at < dense.length; at++) {
    if (dense[at] !== 1) continue;
    const { left, top, right, bottom, count } = flood(dense, at, across);
    const [width, height] = [right - left + 1, bottom - top + 1];
    const squareness = Math.min(width, height) / Math.max(width, height);
    const fill = count / (width * height);
    if (Math.min(width, height) < 3 || squareness < 0.5 || fill < 0.45) continue;
    const rectangle = { x: left * block, y: top * block, width: width * block, height: height * block };
    places.push({ rectangle, score: fill * squareness });
  }
  return places;
}

/** The darkest and the lightest shade of every block. */
interface Ranges {
  readonly across: number;
  readonly down: number;
  readonly darkest: Uint8Array;
  readonly lightest: Uint8Array;
}

function rangesOf({ shades, width, height }: Gray, block: number): Ranges {
  const across = Math.floor(width / block);
  const down = Math.floor(height / block);
  const darkest = new Uint8Array(across * down);
  const lightest = new Uint8Array(across * down);
  for (let y = 0, at = 0; y < down; y++)
    for (let x = 0; x < across; x++, at++) {
      const start = y * block * width + x * block;
      let [least, most] = [255, 0];
      for (let row = start; row < start + block * width; row += width)
        for (let pixel = row; pixel < row + block; pixel++) {
          const shade = shades[pixel]!;
          if (shade < least) least = shade;
          if (shade > most) most = shade;
        }
      darkest[at] = least;
      lightest[at] = most;
    }
  return { across, down, darkest, lightest };
}

function doubled(small: Ranges): Ranges {
  const across = small.across >> 1;
  const down = small.down >> 1;
  const darkest = new Uint8Array(across * down);
  const lightest = new Uint8Array(across * down);
  for (let y = 0, at = 0; y < down; y++)
    for (let x = 0; x < across; x++, at++) {
      const above = 2 * y * small.across + 2 * x;
      const four = [above, above + 1, above + small.across, above + small.across + 1];
      darkest[at] = Math.min(...four.map((one) => small.darkest[one]!));
      lightest[at] = Math.max(...four.map((one) => small.lightest[one]!));
    }
  return { across, down, darkest, lightest };
}

/** Busy blocks with at least five busy ones of the eight round them: lines of text fall away. */
function denseBlocks(busy: Uint8Array, across: number, down: number): Uint8Array {
  const dense = new Uint8Array(busy.length);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const at = y * across + x;
      if (!busy[at]) continue;
      let neighbours = -1;
      for (let row = Math.max(0, y - 1); row <= Math.min(down - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(across - 1, x + 1); column++)
          neighbours += busy[row * across + column]!;
      if (neighbours >= 5) dense[at] = 1;
    }
  return dense;
}

/** The extent, in blocks, of what hangs together; its blocks are marked as seen. */
function flood(dense: Uint8Array, start: number, across: number) {
  let [left, top, right, bottom, count] = [across, dense.length, 0, 0, 0];
  const open = [start];
  dense[start] = 2;
  while (open.length > 0) {
    const at = open.pop()!;
    const x = at % across;
    const y = (at - x) / across;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    count++;
    const sides = [at - across, at + across, x > 0 ? at - 1 : -1, x < across - 1 ? at + 1 : -1];
    for (const next of sides)
      if (dense[next] === 1) {
        dense[next] = 2;
        open.push(next);
      }
  }
  return { left, top, right, bottom, count };
}
