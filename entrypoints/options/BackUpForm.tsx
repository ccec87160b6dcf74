import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { CurrentPassword } from '../../components/CurrentPassword';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say, sayMany } from '../../components/words';
import { type MadeBackup, makeBackup } from './backup-file';
import { NO_WISH, ProtectWith, protectionOf } from './ProtectWith';

/** The password anew, what opens the file, and one button. */
export function BackUpForm() {
  const [password, setPassword] = useState('');
  const [wish, setWish] = useState(NO_WISH);
  const [refused, setRefused] = useState(false);
  const [sealing, setSealing] = useState(false);
  const [made, setMade] = useState<MadeBackup | null>(null);
  const { busy, failure, attempt } = useAttempt();

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const protection = protectionOf(wish, password);
    setRefused(!protection || password === '');
    if (!protection || password === '' || busy) return;
    setSealing(false);
    const done = await attempt(makeBackup(password, protection, () => setSealing(true)));
    if (!done) return;
    setMade(done);
    setPassword('');
    setWish(NO_WISH);
  }

  if (made) return <Made made={made} onAgain={() => setMade(null)} />;
  return (
    <form class="form" onSubmit={submit}>
      <CurrentPassword
        label={say('back_up_password')}
        hasFocus
        value={password}
        onInput={setPassword}
        note={refused && password === '' ? say('back_up_password_missing') : say('back_up_password_note')}
      />
      <ProtectWith wish={wish} onChange={setWish} refused={refused} />
      <Notice tone="plain">{busy && (sealing ? say('backup_sealing') : say('key_working'))}</Notice>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button submits look="primary" disabled={busy}>
          {say('back_up_action')}
        </Button>
      </div>
    </form>
  );
}

function Made({ made: { name, accounts }, onAgain }: { made: MadeBackup; onAgain: () => void }) {
  return (
    <>
      <Notice tone="good">{sayMany('back_up_done', accounts, name)}</Notice>
      <div class="buttons">
        <Button onPress={onAgain}>{say('back_up_again')}</Button>
      </div>
    </>
  );
}
