import { formatNearDay } from '../../components/dates';
import { say } from '../../components/words';
import type { RememberedView } from '../../utils/messaging/protocol';
import { hostOf } from '../../utils/portals/origin';

interface Properties {
  readonly remembered: RememberedView;
  readonly now: number;
  /** The site is not said anywhere near. */
  readonly names?: boolean;
}

/** The portal remembers this browser: when it will ask for a code again, as far as anybody knows. */
export function RememberedLine({ remembered: { origin, at, until }, now, names = false }: Properties) {
  const day = formatNearDay(until ?? at, now);
  const words = until === null ? say('remembered_on', day) : say('remembered_until', day);
  const host = hostOf(origin);
  const named =
    until === null ? say('remembered_site_on', host, day) : say('remembered_site_until', host, day);
  return <p class="small muted remembered">{names ? named : words}</p>;
}
