/** Seconds by which a clock may be off before a person is told. Portals accept a code one step early or late. */
const TOLERANCE = 10;

/** Milliseconds a reply may take before its date says too little. */
const LONGEST_ROUND_TRIP = 10_000;

/** A reply from the portal: two of its headers, null where absent, and our clock before and after, in milliseconds. */
export interface DatedReply {
  readonly dateHeader: string | null;
  readonly ageHeader: string | null;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/**
 * Whole seconds by which our clock is ahead of the server's, negative when it is behind; null when this reply
 * cannot tell: no date or not an IMF-fixdate (RFC 9110 section 5.6.7), a copy from a cache (`Age` above 0), too
 * slow, or our clock was set while it was under way. Good to half the round trip and half a second, since the
 * date has whole seconds.
 */
export function clockSkew({ dateHeader, ageHeader, sentAt, receivedAt }: DatedReply): number | null {
  if (ageHeader !== null && !/^\s*0+\s*$/.test(ageHeader)) return null;
  const roundTrip = receivedAt - sentAt;
  if (!(roundTrip >= 0 && roundTrip <= LONGEST_ROUND_TRIP)) return null;
  const date = readDate(dateHeader?.trim() ?? '');
  if (date === null) return null;
  // The server wrote its date somewhere between the two readings, and somewhere within that second.
  const ahead = Math.round((sentAt + roundTrip / 2 - (date + 500)) / 1000);
  return ahead || 0;
}

export function isClockWrong(skew: number): boolean {
  return Math.abs(skew) > TOLERANCE;
}

/** `Date.parse` takes almost anything, so the date must come out again as it went in. */
function readDate(text: string): number | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) || date.toUTCString() !== text ? null : date.getTime();
}

/** Corrections beyond this are a date set wrong, which is for the computer's settings. Seconds. */
const LARGEST_CORRECTION = 86_400;

/** What one site's server said: seconds by which our clock is ahead of its own. */
export interface SkewReading {
  readonly origin: string;
  readonly skew: number;
}

/** A clock that is wrong, as it was read last. `offered`: a correction may be offered for it. */
export interface ClockError {
  /** Seconds ahead, negative for behind. */
  readonly skew: number;
  readonly offered: boolean;
}

/**
 * Is the time that codes are made for wrong? Sites that disagree say that one of them is, so that nothing is offered.
 * @param readings the newest last
 * @param offset seconds added to our clock already
 */
export function findClockError(readings: readonly SkewReading[], offset: number): ClockError | null {
  const last = readings.at(-1);
  if (!last || !isClockWrong(last.skew + offset)) return null;
  const agreed = readings.every(
    ({ origin, skew }) => origin === last.origin || !isClockWrong(skew - last.skew),
  );
  return { skew: last.skew, offered: agreed && Math.abs(last.skew) <= LARGEST_CORRECTION };
}
