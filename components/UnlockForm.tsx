import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../utils/messaging/client';
import { Button } from './Button';
import { CurrentPassword } from './CurrentPassword';
import { FailureNotice, Notice } from './Notice';
import { useAttempt } from './use-attempt';
import { useSecond } from './use-second';
import { say, sayMany } from './words';

interface Properties {
  readonly tabId: number | null;
  /** No password is looked at before this time. */
  readonly waitUntil: number | null;
  /** The password is the first thing to do here, and has the focus. */
  readonly isFirst: boolean;
  /** What else opens the vault. */
  readonly children?: ComponentChildren;
}

/** The vault's password, and how long to wait after too many wrong ones. */
export function UnlockForm({ tabId, waitUntil, isFirst, children }: Properties) {
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
    <form class="form alone-form" onSubmit={submit}>
      <CurrentPassword label={say('password')} hasFocus={isFirst} value={password} onInput={setPassword} />
      <Button submits look={isFirst ? 'primary' : undefined} disabled={busy || wait > 0}>
        {busy ? say('unlocking') : say('unlock')}
      </Button>
      {children}
      <div class="alone-notice">
        <Notice tone="warn" counts>
          {wait > 0 && sayMany('wait', wait)}
        </Notice>
        {/* Said once, while the notice above counts in silence. */}
        <div class={wait > 0 || failure?.code === 'wait' ? 'unseen' : ''}>
          <FailureNotice failure={failure} />
        </div>
      </div>
    </form>
  );
}
