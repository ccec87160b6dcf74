import { formatNearDay } from '../../components/dates';
import { say } from '../../components/words';
import type { RememberedView } from '../../utils/messaging/views';
import { hostOf } from '../../utils/portals/origin';

/** The portal of this card remembers this browser: when it will ask for a code again, as far as anybody knows. */
export function rememberedHere({ at, until }: RememberedView, now: number): string {
  const day = formatNearDay(until ?? at, now);
  return until === null ? say('remembered_on', day) : say('remembered_until', day);
}

/** The same where the site is not said anywhere near. */
export function rememberedThere({ origin, at, until }: RememberedView, now: number): string {
  const [host, day] = [hostOf(origin), formatNearDay(until ?? at, now)];
  return until === null ? say('remembered_site_on', host, day) : say('remembered_site_until', host, day);
}
