import { formatDay } from '../../components/dates';
import { say } from '../../components/words';
import type { Sends } from '../../utils/portals/says';
import { waysWords } from './portal-ways';

/** This portal takes no code of an authenticator, as far as its help said: told before anybody waits for one. */
export function SendsCard({ sends: { name, ways, checkedOn } }: { sends: Sends }) {
  return (
    <div class="prompt-card" role="status">
      <p class="prompt-says">{say('portal_sends_card', name, waysWords(ways))}</p>
      <p class="muted">{say('portal_sends_do', formatDay(Date.parse(`${checkedOn}T12:00`)))}</p>
    </div>
  );
}
