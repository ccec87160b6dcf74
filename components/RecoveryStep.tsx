import { useState } from 'preact/hooks';
import { ask } from '../utils/messaging/client';
import { Button } from './Button';
import { Field } from './Field';
import { FailureNotice } from './Notice';
import { RecoveryKey, recoveryGroups } from './RecoveryKey';
import { useAttempt } from './use-attempt';
import { say } from './words';

interface Properties {
  readonly recoveryKey: string;
  readonly onConfirmed: () => void;
}

/** The key is shown, then hidden once there is a copy, and one of its groups is asked for from that. */
export function RecoveryStep({ recoveryKey, onConfirmed }: Properties) {
  const [written, setWritten] = useState(false);
  const copy = (make: () => void) => () => {
    make();
    setWritten(true);
  };
  if (written)
    return (
      <CheckGroup recoveryKey={recoveryKey} onShow={() => setWritten(false)} onConfirmed={onConfirmed} />
    );
  return (
    <section class="panel">
      <h1>{say('recovery_step_title')}</h1>
      <p>{say('recovery_step_why')}</p>
      <div class="recovery-card">
        <p class="recovery-title">{say('recovery_print_title')}</p>
        <RecoveryKey recoveryKey={recoveryKey} label={say('recovery_label')} />
      </div>
      <div class="buttons">
        <Button onPress={copy(() => print())}>{say('print')}</Button>
        <Button onPress={copy(() => saveAsText(recoveryKey))}>{say('save_as_text')}</Button>
        <span class="push" />
        <Button look="primary" onPress={() => setWritten(true)}>
          {say('written_down')}
        </Button>
      </div>
    </section>
  );
}

function CheckGroup({ recoveryKey, onShow, onConfirmed }: Properties & { onShow: () => void }) {
  const groups = recoveryGroups(recoveryKey);
  const [place] = useState(() => crypto.getRandomValues(new Uint8Array(1))[0]! % groups.length);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const fits = (text: string) => asWritten(text) === groups[place];
  const confirm = () => busy || attempt(ask('vault/confirm-recovery-key').then(onConfirmed));
  /** The last character goes on by itself: the page has said so. */
  const take = (text: string) => {
    setTyped(text);
    if (fits(text)) confirm();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(!fits(typed));
    if (fits(typed)) confirm();
  };
  return (
    <section class="panel">
      <h1>{say('group_title')}</h1>
      <p>{say('group_why')}</p>
      <form class="form" onSubmit={submit}>
        <div class="group-field">
          <Field
            label={say('group_label', place + 1)}
            value={typed}
            onInput={take}
            hasFocus
            note={wrong ? say('group_wrong', place + 1) : ''}
          />
        </div>
        <FailureNotice failure={failure} />
        <div class="buttons">
          <Button submits look="primary" disabled={busy}>
            {say('done')}
          </Button>
          <Button onPress={onShow}>{say('show_again')}</Button>
        </div>
      </form>
    </section>
  );
}

/** Letters that are not in the key's alphabet are misreadings of the digits they look like. */
function asWritten(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

function saveAsText(recoveryKey: string): void {
  const text = say('recovery_file_text', recoveryGroups(recoveryKey).join(' '));
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'lanyard-recovery-key.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
