import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Check } from '../../components/Field';
import { FailureNotice, Notice } from '../../components/Notice';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { PasswordForm } from '../../components/PasswordForm';
import { canCreatePasskey } from '../../components/passkey';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { addFirstPasskey, type FirstPasskey } from './first-passkey';

interface Properties {
  /** With the passkey that is being asked for, where one was wished for. */
  readonly onCreated: (recoveryKey: string, passkey: Promise<FirstPasskey> | null) => void;
  /** The person has a backup, or a file from another computer. */
  readonly onBring: () => void;
}

/** The vault is made here, on the person's own click, and nowhere else. A passkey is one more way into it, never the only one. */
export function PasswordStep({ onCreated, onBring }: Properties) {
  const [wantsPasskey, setWantsPasskey] = useState(false);
  const [possible, setPossible] = useState(OFFERS_PASSKEYS);
  const { busy, failure, attempt } = useAttempt();
  useEffect(() => {
    canCreatePasskey().then(setPossible, () => setPossible(false));
  }, []);

  async function create(password: string): Promise<void> {
    const { recoveryKey } = await ask('vault/create', { password });
    onCreated(recoveryKey, wantsPasskey && possible ? addFirstPasskey(password) : null);
  }
  return (
    <section class="panel">
      <h1>{say('password_step_title')}</h1>
      <p>{say('password_step_why')}</p>
      <PasswordForm
        action={busy ? say('creating_vault') : say('create_vault')}
        busy={busy}
        hasFocus
        onSubmit={(password) => attempt(create(password))}
      >
        {/* Where it turns out to be impossible it stays in its place: nothing moves under the pointer. */}
        {OFFERS_PASSKEYS && (
          <Check
            label={possible ? say('passkey_too') : say('passkeys_impossible')}
            checked={wantsPasskey && possible}
            onChange={setWantsPasskey}
          />
        )}
      </PasswordForm>
      <FailureNotice failure={failure} />
      <Button look="quiet" onPress={onBring}>
        {say('bring_link')}
      </Button>
      <Notice tone="warn">{say('removal_warning')}</Notice>
    </section>
  );
}
