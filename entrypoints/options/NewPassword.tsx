import { useState } from 'preact/hooks';
import { CurrentPassword } from '../../components/CurrentPassword';
import { PasswordForm } from '../../components/PasswordForm';
import { say } from '../../components/words';

interface Properties {
  readonly action: string;
  readonly busy: boolean;
  readonly onSubmit: (password: string, newPassword: string) => void;
}

/** The password that is, then the one that is to be. An empty box is no try at the password. */
export function NewPassword({ action, busy, onSubmit }: Properties) {
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (newPassword: string) => {
    setMissing(password === '');
    if (password !== '') onSubmit(password, newPassword);
  };
  return (
    <>
      <CurrentPassword
        label={say('password_current')}
        hasFocus
        value={password}
        onInput={setPassword}
        note={missing && password === '' ? say('password_current_missing') : ''}
      />
      <fieldset class="new-password">
        <legend>{say('password_new_title')}</legend>
        <PasswordForm action={action} busy={busy} onSubmit={submit} />
      </fieldset>
    </>
  );
}
