import jsQR from 'jsqr';
import { type DecodeOpts, decodeQR, decodeQRBatch } from 'qr/decode.js';
import type { Gray } from './gray';
import { crop, type Pixels, type Rectangle } from './pixels';

/** A code that was read, and what of the picture it takes up. */
export interface ReadCode {
  readonly text: string;
  readonly place: Rectangle;
}

/** The longest side the second reader takes: a wider screen goes to it in overlapping pieces. */
const TILE_SIDE = 4096;

/** The largest code that no tile edge can cut. */
const TILE_OVERLAP = 1024;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The first reader: one code in a crop, at its place in the crop.
 * `inversionAttempts` is always passed: jsQR keeps the options of one call for the next. It may "find" ''.
 */
export function readOne({ data, width, height }: Pixels): ReadCode | null {
  const read = jsQR(data, width, height, { inversionAttempts: 'attemptBoth' });
  if (!read?.data) return null;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = read.location;
  return {
    text: read.data,
    place: around([topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner]),
  };
}

/** The second reader, on a small picture, for at most `timeLimit` milliseconds of second thoughts. */
export function readGray({ shades, width, height }: Gray, timeLimit: number): ReadCode | null {
  if (Math.max(width, height) > TILE_SIDE) return null;
  let place = { x: 0, y: 0, width, height };
  try {
    const text = decodeQR(
      { data: shades, width, height },
      {
        format: 'I420', // its name for one byte of light a pixel; colours would follow, and are not looked at
        effort: Number.POSITIVE_INFINITY,
        timeLimit,
        pointsOnDetect: ({ bounds }) => {
          place = around(bounds);
        },
      },
    );
    return text ? { text, place } : null;
  } catch {
    return null;
  }
}

/** The second reader, on everything: all the codes it sees, for at most `timeLimit` milliseconds of second thoughts. */
export async function readAll(pixels: Pixels, timeLimit: number): Promise<ReadCode[]> {
  const found: ReadCode[] = [];
  for (const tile of tiles(pixels)) {
    const onDetect: DecodeOpts['pointsOnDetect'] = ({ bounds }, text) => {
      if (typeof text === 'string' && text) found.push({ text, place: moved(around(bounds), tile) });
    };
    await decodeQRBatch([tile.pixels], {
      format: 'RGBA',
      maxSize: { width: tile.pixels.width, height: tile.pixels.height },
      effort: Number.POSITIVE_INFINITY,
      timeLimit,
      pointsOnDetect: onDetect,
    });
  }
  return found;
}

interface Tile extends Point {
  readonly pixels: Pixels;
}

function tiles(pixels: Pixels): Tile[] {
  if (Math.max(pixels.width, pixels.height) <= TILE_SIDE) return [{ x: 0, y: 0, pixels }];
  return starts(pixels.height).flatMap((y) =>
    starts(pixels.width).flatMap((x) => {
      const tile = crop(pixels, { x, y, width: TILE_SIDE, height: TILE_SIDE });
      return tile ? { x, y, pixels: tile } : [];
    }),
  );
}

function starts(length: number): number[] {
  const pieces = Math.ceil(Math.max(0, length - TILE_SIDE) / (TILE_SIDE - TILE_OVERLAP)) + 1;
  return Array.from({ length: pieces }, (_, piece) => piece * (TILE_SIDE - TILE_OVERLAP));
}

function around(corners: readonly Point[]): Rectangle {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function moved(rectangle: Rectangle, by: Point): Rectangle {
  return { ...rectangle, x: rectangle.x + by.x, y: rectangle.y + by.y };
}
