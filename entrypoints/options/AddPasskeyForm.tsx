import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CurrentPassword } from '../../components/CurrentPassword';
import { Field } from '../../components/Field';
import { FailureNotice, Notice } from '../../components/Notice';
import { type CreateRefusal, createPasskey, type NewPasskey, REFUSAL_WORDS } from '../../components/passkey';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { PasskeyView } from '../../utils/messaging/views';

interface Properties {
  readonly passkeys: readonly PasskeyView[];
  readonly onAdded: (name: string) => void;
}

/** The password once more, a name, then the browser's own dialog. */
export function AddPasskeyForm({ passkeys, onAdded }: Properties) {
  const [name, setName] = useState(say('passkey_name_first'));
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<CreateRefusal | null>(null);
  // Made, and not yet taken over by the vault: a slip in the password must not leave a dead passkey on the device each time.
  const made = useRef<NewPasskey | null>(null);
  const { busy, failure, attempt } = useAttempt();

  async function add(named: string) {
    setRefusal(null);
    const answer = made.current ?? (await createPasskey(named, passkeys));
    if (typeof answer === 'string') return setRefusal(answer);
    made.current = answer;
    await ask('passkeys/add', { password, name: named, ...answer });
    onAdded(named);
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const named = name.trim();
    if (!busy && named !== '' && password !== '') attempt(add(named));
  };
  return (
    <form class="form" onSubmit={submit}>
      <p>{say('passkey_add_why')}</p>
      <Field label={say('passkey_name')} value={name} onInput={setName} note={say('passkey_name_note')} />
      <CurrentPassword label={say('password_current')} hasFocus value={password} onInput={setPassword} />
      <Notice tone="warn">{refusal && say(REFUSAL_WORDS[refusal])}</Notice>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="primary" disabled={busy || name.trim() === '' || password === ''}>
          {busy ? say('passkey_adding') : say('passkey_add_action')}
        </Button>
      </div>
    </form>
  );
}
