import { portalAt } from './lookup';
import type { Method, Portal } from './portal';

/** Codes that the portal makes itself and sends to the person. */
const SENT: readonly Method[] = ['sms', 'voice', 'email'];

/** By which ways this portal sends its codes, where it takes none that an authenticator makes; null where it may. */
export function sendsItsCodes({ methods }: Portal): readonly Method[] | null {
  if (!methods || methods.is.includes('app')) return null;
  const ways = methods.is.filter((method) => SENT.includes(method));
  return ways.length > 0 ? ways : null;
}

/** A portal that sends its codes. */
export interface Sends {
  readonly name: string;
  readonly ways: readonly Method[];
  /** As in a source. */
  readonly checkedOn: string;
}

/** Where people at this host get their codes sent, and an authenticator is of no use; null elsewhere, and where nobody knows. */
export function sendsAt(host: string): Sends | null {
  const portal = portalAt(host);
  const ways = portal && sendsItsCodes(portal);
  return ways && { name: portal.name, ways, checkedOn: checkedOn(portal, [portal.methods!]) };
}

/** How long the codes are that this host takes from an authenticator; null where nobody knows. */
export function digitsAt(host: string): readonly number[] | null {
  return portalAt(host)?.digits?.is ?? null;
}

/** For how many days a browser is remembered there, where the catalogue knows. */
export function rememberedDaysAt(host: string): number | null {
  return portalAt(host)?.remember?.is.days ?? null;
}

/** The oldest day on which one of these facts was read. */
export function checkedOn(
  { sources }: Portal,
  facts: readonly { readonly from: readonly string[] }[],
): string {
  const days = facts.flatMap(({ from }) => from.map((name) => sources[name]!.checkedOn));
  return days.sort()[0] ?? '';
}
