import type { Gray } from './gray';

/** What can be done to a picture of a code that no reader reads as it is. Nothing changes its argument. */

/** Darkest to black and lightest to white; the outermost fiftieth at each end does not count. */
export function stretched(gray: Gray): Gray {
  const [low, high] = shadeRange(gray, 0.02);
  if (high - low < 8) return gray;
  const factor = 255 / (high - low);
  return mapped(gray, (shade) => (shade - low) * factor);
}

/** With a border in one shade, by default the one most often found along the edge. */
export function bordered(gray: Gray, border: number, shade = edgeShade(gray)): Gray {
  const width = gray.width + 2 * border;
  const height = gray.height + 2 * border;
  const shades = new Uint8Array(width * height).fill(shade);
  for (let y = 0; y < gray.height; y++)
    shades.set(gray.shades.subarray(y * gray.width, (y + 1) * gray.width), (y + border) * width + border);
  return { shades, width, height };
}

/**
 * Cut down to what is light, in a white border: a code without a quiet zone on a dark card has its light modules
 * right at its edges, and everything beyond them is card. Null where light reaches the edge all round.
 */
export function trimmed(gray: Gray): Gray | null {
  const [low, high] = shadeRange(gray, 0.02);
  const threshold = (low + high) / 2;
  const { shades, width, height } = gray;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (shades[at]! > threshold) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
  if (right - left < 20 || bottom - top < 20) return null;
  const [newWidth, newHeight] = [right - left + 1, bottom - top + 1];
  if (newWidth === width && newHeight === height) return null;
  const part = new Uint8Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y++) {
    const start = (top + y) * width + left;
    part.set(shades.subarray(start, start + newWidth), y * newWidth);
  }
  return bordered({ shades: part, width: newWidth, height: newHeight }, Math.ceil(newWidth / 10), 255);
}

/** To a new size: means of areas on the way down, straight lines between pixels on the way up. */
export function resized(gray: Gray, width: number, height: number): Gray {
  const across = weights(gray.width, width);
  const down = weights(gray.height, height);
  const narrow = new Float32Array(width * gray.height);
  for (let y = 0; y < gray.height; y++)
    for (let x = 0; x < width; x++) {
      const { first, shares } = across[x]!;
      let sum = 0;
      for (let index = 0; index < shares.length; index++)
        sum += gray.shades[y * gray.width + first + index]! * shares[index]!;
      narrow[y * width + x] = sum;
    }
  const shades = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, shares } = down[y]!;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let index = 0; index < shares.length; index++)
        sum += narrow[(first + index) * width + x]! * shares[index]!;
      shades[y * width + x] = sum + 0.5;
    }
  }
  return { shades, width, height };
}

interface Weights {
  readonly first: number;
  readonly shares: Float32Array;
}

/** For each new pixel along one side, the old ones it is made of: a triangle as wide as the larger of the two. */
function weights(from: number, to: number): Weights[] {
  const step = from / to;
  const reach = Math.max(1, step);
  return Array.from({ length: to }, (_, place) => {
    const centre = (place + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    const shares = new Float32Array(Math.max(1, last - first + 1));
    let sum = 0;
    for (let index = 0; index < shares.length; index++) {
      shares[index] = Math.max(1e-6, 1 - Math.abs(first + index - centre) / reach);
      sum += shares[index]!;
    }
    return { first: Math.min(first, from - 1), shares: shares.map((share) => share / sum) };
  });
}

/** Means of squares of `2 * reach + 1` pixels. */
export function blurred(gray: Gray, reach = 1): Gray {
  const { width, height } = gray;
  const along = slid(gray.shades, width, height, 1, width, reach);
  return { shades: slid(along, height, width, width, 1, reach), width, height };
}

/** A running mean along every line: `step` from pixel to pixel of a line, `stride` from line to line. */
function slid(
  shades: Uint8Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
  reach: number,
): Uint8Array {
  const means = new Uint8Array(shades.length);
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    let sum = 0;
    let count = 0;
    for (let place = -reach; place < length; place++) {
      if (place + reach < length) {
        sum += shades[start + (place + reach) * step]!;
        count++;
      }
      if (place - reach > 0) {
        sum -= shades[start + (place - reach - 1) * step]!;
        count--;
      }
      if (place >= 0) means[start + place * step] = sum / count + 0.5;
    }
  }
  return means;
}

/** Edges made steeper again: what a blur of about `reach` pixels took away, `amount` times. */
export function sharpened(gray: Gray, reach: number, amount: number): Gray {
  const soft = blurred(blurred(gray, reach), reach);
  const shades = new Uint8Array(gray.shades.length);
  for (let at = 0; at < shades.length; at++) {
    const shade = gray.shades[at]! + amount * (gray.shades[at]! - soft.shades[at]!);
    shades[at] = shade < 0 ? 0 : shade > 255 ? 255 : shade;
  }
  return { shades, width: gray.width, height: gray.height };
}

/** Lines between rows of characters closed: the darkest (or lightest) of three pixels, one above the other. */
export function closed({ shades, width, height }: Gray, dark: boolean): Gray {
  const choose = dark ? Math.min : Math.max;
  const result = new Uint8Array(shades.length);
  for (let y = 0; y < height; y++) {
    const above = Math.max(0, y - 1) * width;
    const here = y * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x++)
      result[here + x] = choose(shades[above + x]!, shades[here + x]!, shades[below + x]!);
  }
  return { shades: result, width, height };
}

function mapped({ shades, width, height }: Gray, map: (shade: number) => number): Gray {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, shade) => map(shade));
  return { shades: Uint8Array.from(shades, (shade) => table[shade]!), width, height };
}

/** The shades between which all but `share` of the pixels lie, at either end. */
function shadeRange({ shades }: Gray, share: number): [low: number, high: number] {
  const counts = new Uint32Array(256);
  for (const shade of shades) counts[shade]!++;
  const spare = shades.length * share;
  let low = 0;
  for (let seen = counts[0]!; low < 255 && seen < spare; seen += counts[low]!) low++;
  let high = 255;
  for (let seen = counts[255]!; high > 0 && seen < spare; seen += counts[high]!) high--;
  return [low, high];
}

function edgeShade({ shades, width, height }: Gray): number {
  const edge: number[] = [];
  for (let x = 0; x < width; x += 2) edge.push(shades[x]!, shades[(height - 1) * width + x]!);
  for (let y = 0; y < height; y += 2) edge.push(shades[y * width]!, shades[(y + 1) * width - 1]!);
  return edge.sort((a, b) => a - b)[edge.length >> 1]!;
}
