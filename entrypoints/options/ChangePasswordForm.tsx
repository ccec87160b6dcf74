import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { NewPassword } from './NewPassword';

/** Old password in, new one twice. Both copies on the disk carry the new one before this says so. */
export function ChangePasswordForm({ onChanged }: { onChanged: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const change = (password: string, newPassword: string) =>
    attempt(ask('vault/change-password', { password, newPassword }).then(onChanged));
  return (
    <>
      <p>{say('password_change_why')}</p>
      <NewPassword
        action={busy ? say('saving') : say('password_change_action')}
        busy={busy}
        onSubmit={change}
      />
      <FailureNotice failure={failure} />
    </>
  );
}
