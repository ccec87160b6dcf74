import { useEffect, useState } from 'preact/hooks';
import { formatMoment } from '../../components/dates';
import { Fold } from '../../components/Fold';
import { say, type Words } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { VaultSnapshot } from '../../utils/messaging/views';
import type { UnlockEvent, UnlockWay } from '../../utils/vault/unlock-history';

/** Shown at once; the others on request. */
const FIRST = 5;

const OPENED: Record<UnlockWay, Words> = {
  password: 'opened_password',
  passkey: 'opened_passkey',
  'recovery-key': 'opened_recovery_key',
};

/** When this vault was opened here, and when somebody tried with a wrong password: newest first. */
export function UnlockHistoryView({ snapshot }: { snapshot: VaultSnapshot }) {
  const [events, setEvents] = useState<readonly UnlockEvent[]>([]);
  const [showsAll, setShowsAll] = useState(false);
  const isOpen = snapshot.status === 'unlocked';

  useEffect(() => {
    const empty = () => setEvents([]);
    if (!isOpen) empty();
    else ask('vault/unlock-history').then((read) => setEvents(read.toReversed()), empty);
  }, [isOpen, snapshot.vaultId]);

  if (!isOpen || events.length === 0) return null;
  return (
    <section class="panel" id="unlocks">
      <h2>{say('unlocks_title')}</h2>
      <p class="muted">{say('unlocks_note')}</p>
      <Events events={events.slice(0, FIRST)} />
      {events.length > FIRST && (
        <Fold title={say('unlocks_older')} isOpen={showsAll} onToggle={setShowsAll}>
          <Events events={events.slice(FIRST)} />
        </Fold>
      )}
    </section>
  );
}

function Events({ events }: { events: readonly UnlockEvent[] }) {
  return (
    <ul class="lines">
      {events.map(({ at, way, opened }) => (
        <li key={`${at} ${way} ${opened}`} class="line">
          <span class={opened ? 'line-name' : 'line-name line-bad'}>
            {opened
              ? say(OPENED[way])
              : say(way === 'recovery-key' ? 'wrong_recovery_key' : 'wrong_password')}
          </span>
          <time class="line-note" dateTime={new Date(at).toISOString()}>
            {formatMoment(at)}
          </time>
        </li>
      ))}
    </ul>
  );
}
