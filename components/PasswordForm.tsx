import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LEAST_PASSWORD_LENGTH, passwordStrength } from '../utils/vault/password-rule';
import { Button } from './Button';
import { Field } from './Field';
import { say, sayMany } from './words';

const STRENGTH_WORDS = {
  'too-common': 'strength_too_common',
  fair: 'strength_fair',
  good: 'strength_good',
  strong: 'strength_strong',
} as const;

interface Properties {
  readonly action: string;
  readonly busy: boolean;
  readonly hasFocus?: boolean;
  readonly onSubmit: (password: string) => void;
  /** What else is decided before the button is pressed. */
  readonly children?: ComponentChildren;
}

/** A new password, typed twice, its strength said in words. */
export function PasswordForm({ action, busy, hasFocus = false, onSubmit, children }: Properties) {
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [refused, setRefused] = useState(false);
  const differs = repeated !== '' && !password.startsWith(repeated);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fits = password === repeated && !passwordStrength(password).startsWith('too');
    setRefused(!fits);
    if (fits && !busy) onSubmit(password);
  };
  return (
    <form class="form" onSubmit={submit}>
      <Field
        label={say('password_new')}
        type="password"
        autocomplete="new-password"
        hasFocus={hasFocus}
        value={password}
        onInput={setPassword}
        note={strengthNote(password)}
      />
      <Field
        label={say('password_repeat')}
        type="password"
        autocomplete="new-password"
        value={repeated}
        onInput={setRepeated}
        note={differs || (refused && password !== repeated) ? say('password_differs') : ''}
      />
      {children}
      <div class="buttons">
        <Button submits look="primary" disabled={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

function strengthNote(password: string): string {
  if (password === '') return say('password_hint', LEAST_PASSWORD_LENGTH);
  const strength = passwordStrength(password);
  if (strength !== 'too-short') return say(STRENGTH_WORDS[strength]);
  const missing = LEAST_PASSWORD_LENGTH - [...password.normalize('NFKC')].length;
  return sayMany('strength_too_short', missing);
}
