import type { FillOutcome } from '../../utils/messaging/protocol';

/** What a content script says, looked at by hand: it may be anything. */

const MOST_NAMES = 5;

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
