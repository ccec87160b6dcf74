import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { FailureNotice } from '../../components/Notice';
import { PasswordForm } from '../../components/PasswordForm';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

/** The password is forgotten: key in, new password, new key. */
export function RecoverView({ onRecovered }: { onRecovered: (recoveryKey: string) => void }) {
  const [typed, setTyped] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const recover = async (password: string) => {
    const recovered = await attempt(ask('vault/recover', { recoveryKey: typed, password }));
    if (recovered) onRecovered(recovered.recoveryKey);
  };
  return (
    <section class="panel">
      <h1>{say('recover_title')}</h1>
      <p>{say('recover_why')}</p>
      <Field
        label={say('recovery_key_field')}
        value={typed}
        onInput={setTyped}
        hasFocus
        note={say('recovery_key_note')}
      />
      <PasswordForm action={busy ? say('unlocking') : say('recover_action')} busy={busy} onSubmit={recover} />
      <FailureNotice failure={failure} />
    </section>
  );
}
