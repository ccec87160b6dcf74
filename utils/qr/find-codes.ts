import { ladder } from './ladder';
import {
  crop,
  PIXEL_LIMIT,
  type Pixels,
  type Rectangle,
  scaled,
  shrink,
  shrinkFactor,
  within,
} from './pixels';
import { glance, isTaken, LEAST_SIDE, type Place, readPlace, unreadPlaces } from './places';
import { type ReadCode, readAll, readOne } from './readers';
import { whyUnread } from './unread';

/** Milliseconds after which no further way of reading is begun. */
const TIME_LIMIT = 900;

/** Milliseconds for the crops: a page of a hundred pictures must leave time for the rest. */
const CROPS_TIME = 500;

/** Milliseconds for what the page lists, before it is the turn of the rest. */
const LISTED_TIME = 650;

/** Milliseconds more to find out why nothing was read. */
const REASON_TIME = 400;

/** Milliseconds of the second reader's second thoughts: over the whole picture, and over one place. */
const WHOLE_RETRIES = 100;
const PLACE_RETRIES = 30;

/** Room left round a candidate, by its size: a code's quiet zone is often outside its element. */
const PADDING = 0.06;

/** Crops larger than this are halved, or more, before the first reader sees them: as well read, and sooner. */
const CROP_SIDE = 600;

export interface CodesRead {
  /** Each once, set-up codes (`otpauth…`) first. */
  readonly texts: readonly string[];
  /** No set-up code was read, and the edge of the picture cuts what looks like a code. */
  readonly cutOff: boolean;
  /** No set-up code was read, and there is a code with too few pixels a module. */
  readonly tooSmall: boolean;
}

export interface FindOptions {
  /** A clock, in milliseconds. */
  readonly now: () => number;
  /** When the work began, by that clock, where some of the time is gone already. */
  readonly began?: number;
  /** Most pixels looked at, in the picture and in all the crops together. */
  readonly pixelLimit?: number;
}

/**
 * Every text in the QR codes of a picture. `rectangles` are where codes may be, best guess first: crops are read ten
 * times faster than the whole, and icons that look like a code's corners cannot confuse them. Without a set-up code in
 * them a second reader goes over the whole picture; what looks like a code and is still unread is read in other ways,
 * for about a second at most. The picture is left as it was.
 */
export async function findCodes(
  picture: Pixels,
  rectangles: readonly Rectangle[],
  { now, began = now(), pixelLimit = PIXEL_LIMIT }: FindOptions,
): Promise<CodesRead> {
  const isAfter = (milliseconds: number) => now() - began > milliseconds;
  const factor = shrinkFactor(picture, pixelLimit);
  const pixels = shrink(picture, factor);
  const candidates = rectangles.map((rectangle) => scaled(rectangle, 1 / factor));
  const codes: ReadCode[] = [];

  for (const border of [false, true]) {
    if (hasSetupCode(codes)) break;
    codes.push(...readCandidates(pixels, candidates, border, () => isAfter(CROPS_TIME)));
  }
  if (!hasSetupCode(codes)) codes.push(...(await readAll(pixels, WHOLE_RETRIES)));
  if (hasSetupCode(codes)) {
    for (const place of glance(pixels, candidates, codes)) {
      const code = isAfter(TIME_LIMIT) ? null : readPlace(place, place.gray, 0);
      if (code) codes.push(code);
    }
    return { texts: textsOf(codes), cutOff: false, tooSmall: false };
  }
  const places = unreadPlaces(pixels, candidates, codes);
  // What the page itself says is likelier than what looks like a code, and there is less of it.
  const [listed, seen] = [true, false].map((isListed) =>
    places.filter(({ rectangle }) => candidates.includes(rectangle) === isListed),
  );
  climb(listed!, codes, () => isAfter(LISTED_TIME));
  if (!hasSetupCode(codes)) climb(seen!, codes, () => isAfter(TIME_LIMIT));
  const texts = textsOf(codes);
  if (hasSetupCode(codes)) return { texts, cutOff: false, tooSmall: false };
  return { texts, ...whyUnread(pixels, places, () => isAfter(TIME_LIMIT + REASON_TIME)) };
}

/**
 * Takes all places up their ladders together, a rung at a time, and adds what is read. Ends with the rung on which
 * there is a set-up code, so that every place has been looked at as it is at least.
 */
function climb(places: readonly Place[], codes: ReadCode[], isLate: () => boolean): void {
  let climbers = places.map((place) => ({ place, rungs: ladder(place) }));
  while (climbers.length > 0) {
    climbers = climbers.filter(({ place, rungs }) => {
      if (isLate() || isTaken(place.rectangle, codes)) return false;
      const { done, value } = rungs.next();
      const code = value ? readPlace(place, value, PLACE_RETRIES) : null;
      if (code) codes.push(code);
      return !done && !code;
    });
    if (hasSetupCode(codes)) return;
  }
}

function textsOf(codes: readonly ReadCode[]): string[] {
  const texts = [...new Set(codes.map(({ text }) => text))];
  return texts.sort((a, b) => Number(isSetupCode(b)) - Number(isSetupCode(a)));
}

function hasSetupCode(codes: readonly ReadCode[]): boolean {
  return codes.some(({ text }) => isSetupCode(text));
}

function isSetupCode(text: string): boolean {
  return /^\s*(?:apple-)?otpauth(?:-migration)?:/i.test(text);
}

/**
 * By the first reader, up to a set-up code, no more pixels than a picture has. With room round each or, for a code
 * without a quiet zone on a dark card, with a white border that sets it off.
 */
function readCandidates(
  pixels: Pixels,
  candidates: readonly Rectangle[],
  border: boolean,
  isLate: () => boolean,
): ReadCode[] {
  const codes: ReadCode[] = [];
  let area = 0;
  for (const candidate of candidates) {
    const part = within(pixels, candidate);
    if (!part || Math.min(part.width, part.height) < LEAST_SIDE || isTaken(part, codes)) continue;
    area += part.width * part.height;
    if (area > pixels.width * pixels.height || isLate()) break;
    const longest = Math.max(part.width, part.height);
    const code = border ? readCrop(pixels, part, Math.ceil(longest / 8)) : readCrop(pixels, padded(part), 0);
    if (code) codes.push(code);
    if (code && isSetupCode(code.text)) break;
  }
  return codes;
}

function readCrop(pixels: Pixels, rectangle: Rectangle, border: number): ReadCode | null {
  const part = within(pixels, rectangle);
  const whole = crop(pixels, rectangle, border);
  if (!part || !whole) return null;
  const longest = Math.max(whole.width, whole.height);
  const factor = longest > CROP_SIDE ? Math.floor((2 * longest) / CROP_SIDE) : 1;
  const code = readOne(shrink(whole, factor));
  if (!code) return null;
  const { x, y, width, height } = scaled(code.place, factor);
  return {
    text: code.text,
    place: { x: part.x + x - border, y: part.y + y - border, width, height },
  };
}

function padded({ x, y, width, height }: Rectangle): Rectangle {
  const across = width * PADDING;
  const down = height * PADDING;
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}
