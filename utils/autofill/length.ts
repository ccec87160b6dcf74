/** How long a code a prompt takes, as the page's script tells of it. */
export interface Asked {
  /** As its words or its row of boxes say. */
  readonly digits: number | null;
  /** What its lone box has room for; boxes often have more than they need. */
  readonly room: number | null;
}

/** A content script's word, looked at by hand. */
export function readAsked(thing: unknown): Asked {
  const { digits, room } = (thing ?? {}) as { digits?: unknown; room?: unknown };
  return { digits: lengthOf(digits), room: lengthOf(room) };
}

function lengthOf(thing: unknown): number | null {
  return Number.isInteger(thing) && (thing as number) > 0 ? (thing as number) : null;
}

/**
 * The length that is wanted, where this account's codes have another: such a code is refused, and after a few the login is
 * locked. Null where they fit, or nobody says.
 * @param known what the portal takes from an authenticator, where the catalogue has it
 */
export function wrongLength(
  digits: number,
  { digits: said, room }: Asked,
  known: readonly number[] | null,
): number | null {
  if (said !== null && said !== digits) return said;
  if (room !== null && room < digits) return room;
  // The page that asks knows better than the catalogue.
  if (said === null && known && !known.includes(digits)) return known[0]!;
  return null;
}
