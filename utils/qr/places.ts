import { type Gray, grayOf, sampled } from './gray';
import { locate } from './locate';
import type { Pixels, Rectangle } from './pixels';
import type { ReadCode } from './readers';

/** A part of the picture that may hold a code nobody has read yet. */
export interface Place {
  readonly rectangle: Rectangle;
  /** The rectangle with some room round it, for a quiet zone. */
  readonly gray: Gray;
  /** With hardly any. */
  readonly tight: Gray | null;
}

/** Sides shorter than this, in pixels, hold no readable code: 21 modules at the very least. */
export const LEAST_SIDE = 21;

/** Most places looked at more closely. */
const MOST = 24;

/** A picture with more pixels than this is searched at every second one. */
const FINE_PIXELS = 1_500_000;

/** Sides, in pixels of the picture, of the blocks that the search takes as one. */
const BLOCKS = [8, 16, 32, 64] as const;

/** Where codes may still be: the candidates without a code in them, then what looks like one on the picture alone. */
export function unreadPlaces(
  pixels: Pixels,
  candidates: readonly Rectangle[],
  codes: readonly ReadCode[],
): Place[] {
  const step = pixels.width * pixels.height > FINE_PIXELS ? 2 : 1;
  const overview = sampled(pixels, step);
  const located = BLOCKS.flatMap((block) => locate(overview, block / step)).map((rectangle) =>
    scaled(rectangle, step),
  );
  const places: Place[] = [];
  for (const rectangle of [...candidates, ...located]) {
    if (places.length >= MOST) break;
    if (isTaken(rectangle, codes) || places.some((place) => isSame(place.rectangle, rectangle))) continue;
    const gray = grayOf(pixels, withRoom(rectangle, Math.max(12, 0.06 * longest(rectangle))));
    if (!gray || Math.min(gray.width, gray.height) < LEAST_SIDE) continue;
    places.push({ rectangle, gray, tight: grayOf(pixels, withRoom(rectangle, 4)) });
  }
  return places;
}

/** Whether a code that was read takes up most of a rectangle, or holds it. */
export function isTaken(rectangle: Rectangle, codes: readonly ReadCode[]): boolean {
  return codes.some(({ place }) => overlap(rectangle, place) > 0.4 * areaOf(rectangle));
}

export function scaled({ x, y, width, height }: Rectangle, factor: number): Rectangle {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}

function withRoom({ x, y, width, height }: Rectangle, room: number): Rectangle {
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}

function longest({ width, height }: Rectangle): number {
  return Math.max(width, height);
}

function isSame(one: Rectangle, other: Rectangle): boolean {
  return overlap(one, other) > 0.8 * Math.max(areaOf(one), areaOf(other));
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function areaOf({ width, height }: Rectangle): number {
  return width * height;
}
