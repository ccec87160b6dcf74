import { useState } from 'preact/hooks';
import { BackupSource, type OpenableBackup } from '../../components/BackupSource';
import { Button } from '../../components/Button';
import { Check } from '../../components/Field';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say, sayMany } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { BackupPreview } from '../../utils/transfer/preview';
import { BackupContents } from './BackupContents';

/** Look into a backup first; restore it, or leave it at that. */
export function RestoreForm() {
  const [opened, setOpened] = useState<{ backup: OpenableBackup; view: BackupPreview } | null>(null);
  const [outcome, setOutcome] = useState('');
  const look = async (backup: OpenableBackup) => {
    const view = await ask('transfer/preview', { file: backup.file, key: backup.key });
    setOpened({ backup, view });
  };
  const finish = (words: string) => {
    setOpened(null);
    setOutcome(words);
  };
  if (outcome !== '')
    return (
      <>
        <Notice tone="good">{outcome}</Notice>
        <div class="buttons">
          <Button onPress={() => setOutcome('')}>{say('backup_open_another')}</Button>
        </div>
      </>
    );
  if (opened) return <Decision {...opened} onDone={finish} />;
  return (
    <>
      <p>{say('restore_why')}</p>
      <BackupSource action={say('backup_look')} onOpen={look} />
    </>
  );
}

interface DecisionProperties {
  readonly backup: OpenableBackup;
  readonly view: BackupPreview;
  readonly onDone: (words: string) => void;
}

function Decision({ backup: { file, key }, view, onDone }: DecisionProperties) {
  const [bringBack, setBringBack] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const restore = async () => {
    const restored = await attempt(ask('transfer/restore', { file, key, bringBack }));
    if (restored) onDone(restoredWords(restored.saved));
  };
  const changes = view.fresh.length + view.updated.length + view.removedThere.length;
  return (
    <>
      <BackupContents view={view} />
      {view.removedHere.length > 0 && (
        <Check label={say('bring_back')} checked={bringBack} onChange={setBringBack} />
      )}
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button look="primary" disabled={busy || (changes === 0 && !bringBack)} onPress={restore}>
          {busy ? say('restoring') : say('restore_action')}
        </Button>
        <Button disabled={busy} onPress={() => onDone(practisedWords(view))}>
          {say('practise_only')}
        </Button>
      </div>
    </>
  );
}

function practisedWords({ unreadable }: BackupPreview): string {
  return unreadable.length === 0 ? say('practised') : say('practised_except', unreadable.join(', '));
}

function restoredWords(saved: number): string {
  return saved === 0 ? say('restored_none') : sayMany('restored', saved);
}
