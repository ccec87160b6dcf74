import jsQR from 'jsqr';
import { decodeQRBatch } from 'qr/decode.js';
import { crop, PIXEL_LIMIT, type Pixels, type Rectangle, shrink, shrinkFactor, within } from './pixels';

/** Milliseconds for the second reader's further attempts, once its plain pass over the picture is done. */
const RETRY_TIME = 250;

/** Room left round a candidate, by its size: a code's quiet zone is often outside its element. */
const PADDING = 0.06;

/** Sides shorter than this, in pixels, hold no readable code: 21 modules at the very least. */
const LEAST_SIDE = 21;

/** The longest side the second reader takes: a wider screen goes to it in overlapping pieces. */
const TILE_SIDE = 4096;

/** The largest code that no tile edge can cut. */
const TILE_OVERLAP = 1024;

export interface FindOptions {
  /** Most pixels looked at, in the picture and in all the crops together. */
  readonly pixelLimit?: number;
}

/**
 * Every text in the QR codes of a picture, each once, set-up codes (`otpauth…`) first. `rectangles` are where
 * codes may be, best guess first: crops are read ten times faster than the whole, and icons that look like a
 * code's corners cannot confuse them. Without a set-up code in them a second reader goes over the whole
 * picture. The picture is left as it was.
 */
export async function findCodes(
  picture: Pixels,
  rectangles: readonly Rectangle[],
  { pixelLimit = PIXEL_LIMIT }: FindOptions = {},
): Promise<string[]> {
  const factor = shrinkFactor(picture, pixelLimit);
  const pixels = shrink(picture, factor);
  const texts = new Set<string>();
  let area = 0;
  for (const rectangle of rectangles) {
    const candidate = within(pixels, scaled(rectangle, 1 / factor));
    if (!candidate || Math.min(candidate.width, candidate.height) < LEAST_SIDE) continue;
    area += candidate.width * candidate.height;
    if (area > pixelLimit) break;
    const text = readCandidate(pixels, candidate);
    if (text) texts.add(text);
  }
  if (![...texts].some(isSetupCode)) for (const text of await readWhole(pixels)) texts.add(text);
  return [...texts].sort((a, b) => Number(isSetupCode(b)) - Number(isSetupCode(a)));
}

function isSetupCode(text: string): boolean {
  return /^\s*(?:apple-)?otpauth(?:-migration)?:/i.test(text);
}

function readCandidate(pixels: Pixels, rectangle: Rectangle): string | null {
  const roomy = crop(pixels, padded(rectangle));
  const text = roomy && read(roomy);
  if (text) return text;
  // A code without a quiet zone on a dark card: a border of our own sets it off.
  const border = Math.ceil(Math.max(rectangle.width, rectangle.height) / 8);
  const bordered = crop(pixels, rectangle, border);
  return bordered && read(bordered);
}

/** `inversionAttempts` is always passed: jsQR keeps the options of one call for the next. It may "find" ''. */
function read({ data, width, height }: Pixels): string | null {
  return jsQR(data, width, height, { inversionAttempts: 'attemptBoth' })?.data || null;
}

async function readWhole(pixels: Pixels): Promise<string[]> {
  const results = await decodeQRBatch(tiles(pixels), {
    format: 'RGBA',
    maxSize: { width: Math.min(pixels.width, TILE_SIDE), height: Math.min(pixels.height, TILE_SIDE) },
    effort: Number.POSITIVE_INFINITY,
    timeLimit: RETRY_TIME,
  });
  return results.flat().filter((result): result is string => typeof result === 'string' && result !== '');
}

function tiles(pixels: Pixels): Pixels[] {
  if (Math.max(pixels.width, pixels.height) <= TILE_SIDE) return [pixels];
  return starts(pixels.height).flatMap((y) =>
    starts(pixels.width).flatMap((x) => crop(pixels, { x, y, width: TILE_SIDE, height: TILE_SIDE }) ?? []),
  );
}

function starts(length: number): number[] {
  const pieces = Math.ceil(Math.max(0, length - TILE_SIDE) / (TILE_SIDE - TILE_OVERLAP)) + 1;
  return Array.from({ length: pieces }, (_, piece) => piece * (TILE_SIDE - TILE_OVERLAP));
}

function padded({ x, y, width, height }: Rectangle): Rectangle {
  const across = width * PADDING;
  const down = height * PADDING;
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

function scaled({ x, y, width, height }: Rectangle, factor: number): Rectangle {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}
