/** Who opened a vault is not known, and what was typed is not kept: when, by which way in, and whether it opened. */
export interface UnlockEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly way: UnlockWay;
  readonly opened: boolean;
}

const WAYS = ['password', 'passkey', 'recovery-key'] as const;
export type UnlockWay = (typeof WAYS)[number];

/** How many are kept. */
export const MOST_EVENTS = 50;
/** A slip of the fingers just before the right password is one's own. Milliseconds. */
const JUST_NOW = 600_000;
/** So many are worth a word in any case. */
const MANY = 3;

/** Oldest first, each once, the last fifty: what was written twice, because a worker died in between, counts once. */
export function addEvents(
  history: readonly UnlockEvent[],
  events: readonly UnlockEvent[],
): readonly UnlockEvent[] {
  const each = new Map([...history, ...events].map((event) => [JSON.stringify(ordered(event)), event]));
  return [...each.values()].sort((a, b) => a.at - b.at).slice(-MOST_EVENTS);
}

const ordered = ({ at, way, opened }: UnlockEvent) => [at, way, opened];

/** What a disk gives back, each checked; what is none is left out. */
export function checkEvents(stored: unknown): readonly UnlockEvent[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isEvent).map(({ at, way, opened }) => ({ at, way, opened }));
}

function isEvent(stored: unknown): stored is UnlockEvent {
  const { at, way, opened } = (stored ?? {}) as Partial<UnlockEvent>;
  return Number.isFinite(at) && WAYS.includes(way!) && typeof opened === 'boolean';
}

/** How many wrong passwords since the last unlock a person should hear of; 0 where they were only a slip just now. */
export function worthTelling(wrong: readonly UnlockEvent[], now: number): number {
  const isOlder = wrong.some(({ at }) => now - at > JUST_NOW);
  return isOlder || wrong.length >= MANY ? wrong.length : 0;
}
