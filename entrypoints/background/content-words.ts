import type { Tick } from '../../utils/autofill/remember';
import type { FillOutcome } from '../../utils/messaging/views';

/** What a content script says, looked at by hand: it may be anything. */

const MOST_NAMES = 5;
const MOST_TICKS = 8;
const MOST_WORDS = 300;

/** A few short texts, or none. */
export function namesOf(thing: unknown): string[] {
  return Array.isArray(thing) ? thing.filter((name) => typeof name === 'string').slice(0, MOST_NAMES) : [];
}

export function textOf(thing: unknown): string | null {
  return typeof thing === 'string' ? thing : null;
}

export function isOutcome(thing: unknown): thing is FillOutcome {
  return ['filled', 'not-taken', 'no-prompt', 'waiting'].includes(thing as FillOutcome);
}

/** Boxes beside a prompt, ticked or not; a few, with a few words each. */
export function ticksOf(thing: unknown): Tick[] {
  if (!Array.isArray(thing)) return [];
  return thing.slice(0, MOST_TICKS).flatMap((each) => {
    const { words, ticked } = (each ?? {}) as { words?: unknown; ticked?: unknown };
    return typeof words === 'string' ? [{ words: words.slice(0, MOST_WORDS), ticked: ticked === true }] : [];
  });
}
