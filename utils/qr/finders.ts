import type { Gray } from './gray';
import { blurred } from './remedies';

/** One of the three squares in a code's corners: dark, light, dark, light, dark as 1:1:3:1:1 through its middle. */
export interface Finder {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The side of a module, in pixels. */
  readonly module: number;
  /** Drawn light on dark. */
  readonly light: boolean;
  /** The picture's edge cuts it. */
  readonly cut: boolean;
}

const SHARES = [1, 1, 3, 1, 1] as const;

/** How far a run may be from its share, in modules. */
const TOLERANCE = 0.55;

/** Every finder in a picture, whichever way round its shades are. */
export function findFinders(gray: Gray): Finder[] {
  const dark = binary(gray);
  const found: Finder[] = [];
  for (let y = 0; y < gray.height; y++) scanRow(gray, dark, y, found);
  return found;
}

/** 1 where a pixel is darker than its surroundings. */
function binary(gray: Gray): Uint8Array {
  const { shades, width, height } = gray;
  const means = blurred(gray, Math.max(8, Math.min(width, height) >> 3)).shades;
  const dark = new Uint8Array(shades.length);
  for (let at = 0; at < dark.length; at++) dark[at] = shades[at]! < means[at]! ? 1 : 0;
  return dark;
}

function scanRow(gray: Gray, dark: Uint8Array, y: number, found: Finder[]): void {
  const start = y * gray.width;
  const ends: number[] = [];
  for (let x = 1; x <= gray.width; x++) {
    if (x < gray.width && dark[start + x] === dark[start + x - 1]) continue;
    ends.push(x);
    const count = ends.length;
    if (count < 6) continue;
    const runs = [1, 2, 3, 4, 5].map((index) => ends[count - 6 + index]! - ends[count - 7 + index]!);
    const module = moduleOf(runs);
    if (!module) continue;
    const middle = x - runs[4]! - runs[3]! - runs[2]! / 2;
    if (found.some((known) => isNear(known, middle, y, module))) continue;
    const finder = confirm(gray, dark, middle, y, module);
    if (finder) found.push(finder);
  }
}

/** The side of a module where five runs have their shares; 0 where they do not. */
function moduleOf(runs: readonly number[]): number {
  const module = runs.reduce((sum, run) => sum + run, 0) / 7;
  const room = Math.max(TOLERANCE * module, 0.8);
  const fits = runs.every((run, index) => {
    const share = SHARES[index]!;
    return Math.abs(run - share * module) < room * Math.sqrt(share);
  });
  return fits ? module : 0;
}

/**
 * Looked at from top to bottom too, then module by module. Of a finder that the picture's edge cuts, what is left of
 * the run downwards or upwards must do.
 */
function confirm(gray: Gray, dark: Uint8Array, middle: number, y: number, module: number): Finder | null {
  const x = Math.min(gray.width - 1, Math.floor(middle));
  const light = dark[y * gray.width + x] === 0;
  const up = runsFrom(gray, dark, x, y, -1);
  const down = runsFrom(gray, dark, x, y, 1);
  const core = up[0]! + down[0]! - 1;
  const runs = [up[2], up[1], core, down[1], down[2]];
  if (runs.every((run) => run !== undefined)) {
    const tall = moduleOf(runs);
    if (!tall || Math.max(tall, module) > 1.5 * Math.min(tall, module)) return null;
    const finder = { x: middle, y: y + (down[0]! - up[0]! + 1) / 2, module, light, cut: false };
    return matches(gray, dark, finder, tall) ? finder : null;
  }
  // Three rows below the middle, or above it, are left whole.
  const from = runs[3] && runs[4] ? y + down[0]! - 1.5 * module : y - up[0]! + 1 + 1.5 * module;
  const finder = { x: middle, y: from, module, light, cut: true };
  return matches(gray, dark, finder, module) ? finder : null;
}

/** The lengths of up to three runs that end in the picture, from a pixel on. */
function runsFrom(
  { width, height }: Gray,
  dark: Uint8Array,
  x: number,
  from: number,
  step: 1 | -1,
): [number, ...number[]] {
  const runs: [number, ...number[]] = [0];
  for (let y = from; y >= 0 && y < height; y += step) {
    if ((dark[y * width + x] !== dark[from * width + x]) === (runs.length % 2 === 1)) {
      if (runs.length === 3) return runs;
      runs.push(0);
    }
    runs[runs.length - 1]!++;
  }
  // The last run goes on beyond the picture.
  if (runs.length > 1) runs.pop();
  return runs;
}

/** Nine modules each way: the finder and the light line round it, as far as the picture goes. */
function matches(gray: Gray, dark: Uint8Array, finder: Finder, tall: number): boolean {
  let [right, wrong] = [0, 0];
  for (let down = -4; down <= 4; down++)
    for (let across = -4; across <= 4; across++) {
      const x = Math.floor(finder.x + across * finder.module);
      const y = Math.floor(finder.y + down * tall);
      if (x < 0 || y < 0 || x >= gray.width || y >= gray.height) continue;
      const ring = Math.max(Math.abs(across), Math.abs(down));
      // What lies round a finder at the code's own edge is page.
      if (ring === 4) continue;
      const isDark = (dark[y * gray.width + x] === 1) !== finder.light;
      if (isDark === (ring !== 2)) right++;
      else wrong++;
    }
  return right >= 25 && wrong <= 0.1 * (right + wrong);
}

function isNear(known: Finder, x: number, y: number, module: number): boolean {
  const reach = 3 * Math.max(module, known.module);
  return Math.abs(known.x - x) < reach && Math.abs(known.y - y) < reach;
}

/** Three finders where a code has them; null where there are not three such. */
export function cornersOf(finders: readonly Finder[]): readonly Finder[] | null {
  const some = finders.slice(0, 24);
  for (const corner of some)
    for (const right of some)
      for (const left of some) if (isCorner(corner, right, left)) return [corner, right, left];
  return null;
}

function isCorner(corner: Finder, right: Finder, left: Finder): boolean {
  if (corner === right || corner === left || right === left) return false;
  if (corner.light !== right.light || corner.light !== left.light) return false;
  const modules = [corner.module, right.module, left.module];
  if (Math.max(...modules) > 1.5 * Math.min(...modules)) return false;
  const [ax, ay] = [right.x - corner.x, right.y - corner.y];
  const [bx, by] = [left.x - corner.x, left.y - corner.y];
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  const module = modules.reduce((sum, side) => sum + side, 0) / 3;
  const isFar = Math.min(a, b) > 11 * module && Math.max(a, b) < 190 * module;
  return isFar && Math.max(a, b) < 1.3 * Math.min(a, b) && Math.abs(ax * bx + ay * by) < 0.25 * a * b;
}
