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
