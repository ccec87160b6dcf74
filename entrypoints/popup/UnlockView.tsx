import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Mark } from '../../components/Mark';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { useSecond } from '../../components/use-second';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { openWelcome } from './SetUpView';

/** Locked: the password and nothing else. */
export function UnlockView({ tabId, waitUntil }: { tabId: number | null; waitUntil: number | null }) {
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const now = useSecond();
  const wait = waitUntil === null ? 0 : Math.ceil((waitUntil - now) / 1000);

  useEffect(() => {
    if (failure) setPassword('');
  }, [failure]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy && wait <= 0 && password !== '') attempt(ask('vault/unlock', { password, tabId }));
  };
  return (
    <main class="alone">
      <Mark size={48} locked />
      <h1 class="alone-title">{say('locked_title')}</h1>
      <form class="form alone-form" onSubmit={submit}>
        <Field
          label={say('password')}
          type="password"
          autocomplete="current-password"
          hasFocus
          value={password}
          onInput={setPassword}
        />
        <Button submits look="primary" disabled={busy || wait > 0}>
          {busy ? say('unlocking') : say('unlock')}
        </Button>
        <div class="alone-notice">
          {wait > 0 ? (
            <Notice tone="warn">{wait === 1 ? say('wait_one') : say('wait_seconds', wait)}</Notice>
          ) : (
            failure?.code !== 'wait' && <FailureNotice failure={failure} />
          )}
        </div>
      </form>
      <Button look="quiet" onPress={() => openWelcome('#recover')}>
        {say('use_recovery_key')}
      </Button>
    </main>
  );
}
