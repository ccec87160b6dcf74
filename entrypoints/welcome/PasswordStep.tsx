import { Button } from '../../components/Button';
import { FailureNotice, Notice } from '../../components/Notice';
import { PasswordForm } from '../../components/PasswordForm';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

interface Properties {
  readonly onCreated: (recoveryKey: string) => void;
  /** The person has a backup, or a file from another computer. */
  readonly onBring: () => void;
}

/** The vault is made here, on the person's own click, and nowhere else. */
export function PasswordStep({ onCreated, onBring }: Properties) {
  const { busy, failure, attempt } = useAttempt();
  const create = async (password: string) => {
    const created = await attempt(ask('vault/create', { password }));
    if (created) onCreated(created.recoveryKey);
  };
  return (
    <section class="panel">
      <h1>{say('password_step_title')}</h1>
      <p>{say('password_step_why')}</p>
      <PasswordForm
        action={busy ? say('creating_vault') : say('create_vault')}
        busy={busy}
        hasFocus
        onSubmit={create}
      />
      <FailureNotice failure={failure} />
      <Button look="quiet" onPress={onBring}>
        {say('bring_link')}
      </Button>
      <Notice tone="warn">{say('removal_warning')}</Notice>
    </section>
  );
}
