import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { NewPassword } from './NewPassword';

/** Somebody else knows the password: a new one, and with it a new vault key, so that nothing from before opens it. */
export function RotateForm({ onRotated }: { onRotated: (recoveryKey: string) => void }) {
  const { busy, failure, attempt } = useAttempt();
  const rotate = async (password: string, newPassword: string) => {
    const rotated = await attempt(ask('vault/rotate', { password, newPassword }));
    if (rotated) onRotated(rotated.recoveryKey);
  };
  return (
    <>
      <p>{say('rotate_why')}</p>
      <ul class="points">
        <li>{say('rotate_recovery')}</li>
        <li>{say('rotate_passkeys')}</li>
        <li>{say('rotate_copies')}</li>
      </ul>
      <NewPassword action={busy ? say('rotating') : say('rotate_action')} busy={busy} onSubmit={rotate} />
      <FailureNotice failure={failure} />
    </>
  );
}
