import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { formatDay } from '../../components/dates';
import { Fold } from '../../components/Fold';
import { Notice } from '../../components/Notice';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { canCreatePasskey } from '../../components/passkey';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { PasskeyView, VaultSnapshot } from '../../utils/messaging/views';
import { AddPasskeyForm } from './AddPasskeyForm';
import { RemovePasskeyForm } from './RemovePasskeyForm';

interface Properties {
  readonly snapshot: VaultSnapshot;
  readonly onRotated: (recoveryKey: string) => void;
}

/** Passkeys open the vault beside the password, never instead of it. */
export function PasskeysView({ snapshot, onRotated }: Properties) {
  const [passkeys, setPasskeys] = useState<readonly PasskeyView[]>([]);
  const [possible, setPossible] = useState<boolean | null>(null);
  const [additions, setAdditions] = useState(0);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);

  useEffect(() => {
    canCreatePasskey().then(setPossible, () => setPossible(false));
  }, []);
  // A removal comes with a new recovery key. Not at every snapshot: a settings page left open lets the worker sleep.
  useEffect(() => {
    ask('passkeys/list').then(setPasskeys, () => setPasskeys([]));
  }, [snapshot.vaultId, snapshot.recoveryConfirmed, additions]);

  if (!OFFERS_PASSKEYS) return null;
  return (
    <section class="panel">
      <h2>{say('passkeys_title')}</h2>
      <p class="muted">{passkeys.length === 0 ? say('passkeys_none') : say('passkeys_why')}</p>
      {passkeys.length > 0 && (
        <ul class="lines">
          {passkeys.map((passkey) => (
            <li key={passkey.slotId} class="line">
              <span class="line-name">
                <bdi>{passkey.name}</bdi>
                <span class="line-note">{say('passkey_added_on', formatDay(passkey.addedAt))}</span>
              </span>
              <Button onPress={() => setRemoving(removing === passkey.slotId ? null : passkey.slotId)}>
                {removing === passkey.slotId ? say('cancel') : say('remove')}
              </Button>
              {removing === passkey.slotId && <RemovePasskeyForm passkey={passkey} onRotated={onRotated} />}
            </li>
          ))}
        </ul>
      )}
      <Notice tone="good">{added !== null && say('passkey_added', added)}</Notice>
      {possible === false && <p class="muted">{say('passkeys_impossible')}</p>}
      {possible && (
        <Fold
          title={say('passkey_add')}
          isOpen={adding}
          onToggle={(isOpen) => {
            setAdding(isOpen);
            if (isOpen) setAdded(null);
          }}
        >
          <AddPasskeyForm
            passkeys={passkeys}
            onAdded={(name) => {
              setAdding(false);
              setAdded(name);
              setAdditions(additions + 1);
            }}
          />
        </Fold>
      )}
    </section>
  );
}
