import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CurrentPassword } from '../../components/CurrentPassword';
import { FailureNotice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

interface Properties {
  readonly locked: boolean;
  readonly onRenewed: (recoveryKey: string) => void;
}

/** For a person who never wrote the first key down. */
export function RenewView({ locked, onRenewed }: Properties) {
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const renewed = await attempt(renew());
    if (renewed) onRenewed(renewed.recoveryKey);
  };
  async function renew() {
    if (locked) await ask('vault/unlock', { password, tabId: null });
    return ask('vault/renew-recovery-key');
  }
  return (
    <section class="panel">
      <h1>{say('renew_title')}</h1>
      <p>{say('renew_why')}</p>
      <form class="form" onSubmit={submit}>
        {locked && (
          <>
            <p>{say('unlock_first')}</p>
            <CurrentPassword label={say('password')} hasFocus value={password} onInput={setPassword} />
          </>
        )}
        <FailureNotice failure={failure} />
        <div class="buttons">
          <Button submits look="primary" disabled={busy}>
            {say('renew_action')}
          </Button>
        </div>
      </form>
    </section>
  );
}
