import { cornersOf, type Finder, findFinders } from './finders';
import type { Gray } from './gray';
import type { Rectangle, Size } from './pixels';
import type { Place } from './places';
import { resized, sharpened, stretched } from './remedies';

/** Pixels a module below which codes begin to be lost. */
const LEAST_MODULE = 1.6;

/** Of a side of a code that is partly there, and of one with room round it. */
const LEAST_MODULES = 17;
const MOST_MODULES = 200;

/** How near the picture's edge a place is cut by it, in pixels. */
const EDGE = 18;

export interface WhyUnread {
  readonly cutOff: boolean;
  readonly tooSmall: boolean;
}

/** What a person can do so that a code nobody could read is read: by its finders, so that other pictures say nothing. */
export function whyUnread(picture: Size, places: readonly Place[], isLate: () => boolean): WhyUnread {
  let cutOff = false;
  let tooSmall = false;
  for (const place of places) {
    const mayBeCut = isCut(picture, place.rectangle);
    const mayBeSmall = longestOf(place.rectangle) < MOST_MODULES * LEAST_MODULE;
    if (isLate() || (!mayBeCut && !mayBeSmall)) continue;
    const { finders, scale } = look(place.gray);
    const corners = cornersOf(finders.filter(({ cut }) => !cut));
    if (corners) tooSmall ||= meanModule(corners) / (scale * place.scale) < LEAST_MODULE;
    else cutOff ||= mayBeCut && isPartOfCode(finders, place.gray, scale);
  }
  return { cutOff, tooSmall };
}

/** Finders of one or two pixels a module have no middle: small pictures are looked at three times as large. */
function look(gray: Gray): { finders: Finder[]; scale: number } {
  const clear = stretched(gray);
  const sized = (scale: number) =>
    resized(clear, Math.round(gray.width * scale), Math.round(gray.height * scale));
  if (longestOf(gray) < 300) return { finders: findFinders(sharpened(sized(3), 3, 4)), scale: 3 };
  return { finders: findFinders(clear), scale: 1 };
}

function isCut({ width, height }: Size, rectangle: Rectangle): boolean {
  return (
    rectangle.x < EDGE ||
    rectangle.y < EDGE ||
    rectangle.x + rectangle.width > width - EDGE ||
    rectangle.y + rectangle.height > height - EDGE
  );
}

/** One or two finders, in something as wide as codes are: icons like them come in crowds, or alone on a large card. */
function isPartOfCode(finders: readonly Finder[], gray: Gray, scale: number): boolean {
  const [finder] = finders;
  if (!finder || finders.length > 3 || !finders.some(({ cut }) => !cut)) return false;
  const modules = (longestOf(gray) * scale) / finder.module;
  return modules > LEAST_MODULES && modules < MOST_MODULES;
}

function longestOf({ width, height }: Size): number {
  return Math.max(width, height);
}

function meanModule(finders: readonly Finder[]): number {
  return finders.reduce((sum, { module }) => sum + module, 0) / finders.length;
}
