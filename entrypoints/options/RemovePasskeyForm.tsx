import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CurrentPassword } from '../../components/CurrentPassword';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { PasskeyView } from '../../utils/messaging/views';

interface Properties {
  readonly passkey: PasskeyView;
  readonly onRotated: (recoveryKey: string) => void;
}

/** A slot struck off a list would still open an old copy of the vault under the same key: so the key goes. The password stays. */
export function RemovePasskeyForm({ passkey, onRotated }: Properties) {
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || password === '') return;
    const rotated = await attempt(ask('vault/rotate', { password, newPassword: password }));
    if (rotated) onRotated(rotated.recoveryKey);
  };
  return (
    <form class="form line-form" onSubmit={submit}>
      <p>{say('passkey_remove_why', passkey.name)}</p>
      <ul class="points">
        <li>{say('rotate_recovery')}</li>
        <li>{say('passkey_remove_others')}</li>
        <li>{say('passkey_remove_device')}</li>
      </ul>
      <CurrentPassword label={say('password_current')} hasFocus value={password} onInput={setPassword} />
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="danger" disabled={busy || password === ''}>
          {busy ? say('rotating') : say('passkey_remove_action')}
        </Button>
      </div>
    </form>
  );
}
