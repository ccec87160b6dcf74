import { useState } from 'preact/hooks';
import { toBase64 } from '../utils/bytes';
import type { BackupKey } from '../utils/messaging/views';
import { readScryptHeader, type ScryptHeader } from '../utils/transfer/age-header';
import { Button } from './Button';
import { Field } from './Field';
import { FilePicker } from './FilePicker';
import { FailureNotice, Notice } from './Notice';
import { derivePassphraseKey } from './passphrase-key';
import { useAttempt } from './use-attempt';
import { say } from './words';

/** A backup file and what opens it. */
export interface OpenableBackup {
  readonly file: string;
  readonly key: BackupKey;
  /** Null where an identity opens it. */
  readonly passphrase: string | null;
}

interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly header: ScryptHeader | null;
}

interface Properties {
  readonly action: string;
  /** What fails in it is shown here, and another file or passphrase may be tried. */
  readonly onOpen: (backup: OpenableBackup) => Promise<void>;
}

/** Choose a file, type what opens it. The key is made here; the worker gets the key alone. */
export function BackupSource({ action, onOpen }: Properties) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [typed, setTyped] = useState('');
  const { busy, failure, attempt } = useAttempt();

  async function choose(file: File): Promise<void> {
    setChosen(null);
    const bytes = new Uint8Array(await file.arrayBuffer());
    setChosen({ name: file.name, bytes, header: readScryptHeader(bytes) });
  }

  async function open({ bytes, header }: ChosenFile): Promise<void> {
    const key = header ? await derivePassphraseKey(typed, header) : { identity: typed };
    await onOpen({ file: toBase64(bytes), key, passphrase: header && typed });
  }

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen && typed !== '' && !busy) void attempt(open(chosen));
  };
  return (
    <form class="form" onSubmit={submit}>
      <FilePicker
        title={chosen?.name ?? say('backup_choose')}
        note={chosen ? say('backup_choose_another') : say('backup_drop')}
        onChoose={([file]) => file && attempt(choose(file))}
      />
      {chosen &&
        (chosen.header ? (
          <Field
            key={chosen.name}
            label={say('backup_passphrase')}
            type="password"
            hasFocus
            value={typed}
            onInput={setTyped}
            note={say('backup_passphrase_note')}
          />
        ) : (
          <Field
            key={chosen.name}
            label={say('backup_identity')}
            hasFocus
            tall
            value={typed}
            onInput={setTyped}
            note={say('backup_identity_note')}
          />
        ))}
      <Notice tone="plain">{busy && chosen?.header ? say('key_working') : null}</Notice>
      <FailureNotice failure={failure} />
      {chosen && (
        <div class="buttons">
          <Button submits look="primary" disabled={busy}>
            {busy ? say('backup_opening') : action}
          </Button>
        </div>
      )}
    </form>
  );
}
