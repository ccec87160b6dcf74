import { type Gray, grayOf, sampled } from './gray';
import { locate } from './locate';
import { type Pixels, type Rectangle, type Size, scaled, within } from './pixels';
import { type ReadCode, readGray } from './readers';
import { resized } from './remedies';

/** A part of the picture that may hold a code nobody has read yet. */
export interface Place {
  readonly rectangle: Rectangle;
  /** With some room round it for a quiet zone. */
  readonly roomy: Rectangle;
  /** What is there; smaller where it is large. */
  readonly gray: Gray;
  /** With hardly any room. */
  readonly tight: Gray | null;
  /** Pixels of `gray` to one of the picture: 1 or less. */
  readonly scale: number;
}

/** Sides shorter than this, in pixels, hold no readable code: 21 modules at the very least. */
export const LEAST_SIDE = 21;

/** Most places looked at more closely. */
const MOST = 24;

/** Pixels of the picture in which codes are searched for: every second is enough of a large one, and fewer still. */
const OVERVIEW_PIXELS = 2_500_000;
const GLANCE_PIXELS = 600_000;

/** Sides, in pixels of the picture, of the blocks that the search takes as one. */
const BLOCK = 8;
const GLANCE_BLOCK = 16;

/** The longest sides, in pixels, of what is looked at, and glanced at: a code that large loses nothing. */
const SIDE = 700;
const GLANCE_SIDE = 400;

/** Where codes may still be: the candidates without a code in them, then what looks like one on the picture alone. */
export function unreadPlaces(
  pixels: Pixels,
  candidates: readonly Rectangle[],
  codes: readonly ReadCode[],
): Place[] {
  const step = stepOf(pixels, OVERVIEW_PIXELS);
  return placesIn(pixels, [...candidates, ...search(pixels, step, BLOCK, 3)], codes, SIDE);
}

/** The same in a fraction of the time, for ordinary codes beside one that was read already. */
export function glance(
  pixels: Pixels,
  candidates: readonly Rectangle[],
  codes: readonly ReadCode[],
): Place[] {
  const step = stepOf(pixels, GLANCE_PIXELS);
  return placesIn(pixels, [...candidates, ...search(pixels, step, GLANCE_BLOCK, 0)], codes, GLANCE_SIDE);
}

function search(pixels: Pixels, step: number, block: number, doublings: number): Rectangle[] {
  const places = locate(sampled(pixels, step), Math.ceil(block / step), doublings);
  return places.map((rectangle) => scaled(rectangle, step));
}

function stepOf({ width, height }: Pixels, pixels: number): number {
  return Math.max(1, Math.round(Math.sqrt((width * height) / pixels)));
}

function reduced(gray: Gray, scale: number): Gray {
  if (scale === 1) return gray;
  return resized(gray, Math.round(gray.width * scale), Math.round(gray.height * scale));
}

function placesIn(
  pixels: Pixels,
  rectangles: readonly Rectangle[],
  codes: readonly ReadCode[],
  side: number,
): Place[] {
  const places: Place[] = [];
  for (const rectangle of rectangles) {
    if (places.length >= MOST) break;
    if (isTaken(rectangle, codes) || places.some((place) => isSame(place.rectangle, rectangle))) continue;
    const roomy = within(pixels, withRoom(rectangle, Math.max(12, 0.06 * longest(rectangle))));
    const gray = roomy && grayOf(pixels, roomy);
    if (!gray || Math.min(gray.width, gray.height) < LEAST_SIDE) continue;
    const scale = Math.min(1, side / longest(gray));
    const tight = grayOf(pixels, withRoom(rectangle, 4));
    places.push({
      rectangle,
      roomy,
      gray: reduced(gray, scale),
      tight: tight && reduced(tight, scale),
      scale,
    });
  }
  return places;
}

/** Whether a code that was read takes up most of a rectangle, or holds it. */
export function isTaken(rectangle: Rectangle, codes: readonly ReadCode[]): boolean {
  return codes.some(({ place }) => overlap(rectangle, place) > 0.4 * areaOf(rectangle));
}

/** A code in what was made of a place's gray picture, at its place in the whole one. */
export function readPlace({ roomy }: Place, picture: Gray, timeLimit: number): ReadCode | null {
  const code = readGray(picture, timeLimit);
  if (!code) return null;
  const { x, y, width, height } = scaled(code.place, roomy.width / picture.width);
  return { text: code.text, place: { x: roomy.x + x, y: roomy.y + y, width, height } };
}

function withRoom({ x, y, width, height }: Rectangle, room: number): Rectangle {
  return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
}

function longest({ width, height }: Size): number {
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
