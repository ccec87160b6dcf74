import { useState } from 'preact/hooks';
import { Button } from './Button';
import { CurrentPassword } from './CurrentPassword';
import { FailureNotice } from './Notice';
import { useAttempt } from './use-attempt';
import { say } from './words';

interface Properties<Value> {
  /** Why it is asked for anew. */
  readonly why: string;
  /** What the button says. */
  readonly action: string;
  /** What there is to see for the password. */
  readonly ask: (password: string) => Promise<Value>;
  readonly onShown: (value: Value) => void;
  /** None where there is nothing to go back to. */
  readonly onCancel?: () => void;
  readonly look?: 'form' | 'panel';
}

/** The vault's password once more, before something is shown that an open vault alone does not show. */
export function AskPassword<Value>(properties: Properties<Value>) {
  const { why, action, ask, onShown, onCancel, look = 'form' } = properties;
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (password === '' || busy) return;
    const shown = await attempt(ask(password));
    setPassword('');
    if (shown !== undefined) onShown(shown);
  };
  return (
    <form class={look} onSubmit={submit}>
      <CurrentPassword
        label={say('back_up_password')}
        value={password}
        onInput={setPassword}
        note={why}
        hasFocus
      />
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="primary" disabled={busy || password === ''}>
          {action}
        </Button>
        {onCancel && (
          <Button escapes onPress={onCancel}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
