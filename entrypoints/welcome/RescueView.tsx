import { Button } from '../../components/Button';
import { FailureNotice } from '../../components/Notice';
import { saveAsFile } from '../../components/save-as-file';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';

/** No copy of the vault can be read. Whatever is done here is done beside it; nothing is written over. */
export function RescueView({ onRestore }: { onRestore: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const saveRemains = async () => {
    const raw = await attempt(ask('vault/export-raw'));
    if (raw) saveAsFile('lanyard-remains.json', new Blob([raw.text], { type: 'application/json' }));
  };
  return (
    <section class="panel">
      <h1>{say('rescue_title')}</h1>
      <p>{say('rescue_why')}</p>
      <h2>{say('rescue_restore_title')}</h2>
      <p>{say('rescue_restore_why')}</p>
      <div class="buttons">
        <Button look="primary" onPress={onRestore}>
          {say('rescue_restore_title')}
        </Button>
      </div>
      <h2>{say('rescue_again_title')}</h2>
      <p>{say('rescue_again_why')}</p>
      <div class="buttons">
        <Button onPress={() => location.reload()}>{say('rescue_again')}</Button>
      </div>
      <h2>{say('rescue_raw_title')}</h2>
      <p>{say('rescue_raw_why')}</p>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button disabled={busy} onPress={saveRemains}>
          {say('rescue_raw')}
        </Button>
      </div>
    </section>
  );
}
