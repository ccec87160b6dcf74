import { useState } from 'preact/hooks';
import { Field } from '../../components/Field';
import { FailureNotice } from '../../components/Notice';
import { PasswordForm } from '../../components/PasswordForm';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

/** One more person at this computer: a vault of their own beside the others, with its own password. */
export function PersonStep({ onCreated }: { onCreated: (recoveryKey: string) => void }) {
  const [nickname, setNickname] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const create = async (password: string) => {
    const created = await attempt(ask('vault/create-beside', { password, nickname }));
    if (created) onCreated(created.recoveryKey);
  };
  return (
    <section class="panel">
      <h1>{say('person_title')}</h1>
      <p>{say('person_why')}</p>
      <Field
        label={say('person_nickname')}
        value={nickname}
        onInput={setNickname}
        hasFocus
        note={say('person_nickname_note')}
      />
      <PasswordForm
        action={busy ? say('creating_vault') : say('create_vault')}
        busy={busy}
        onSubmit={create}
      />
      <FailureNotice failure={failure} />
    </section>
  );
}
