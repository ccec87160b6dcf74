import { useState } from 'preact/hooks';
import { BackupSource, type OpenableBackup } from '../../components/BackupSource';
import { Button } from '../../components/Button';
import { FailureNotice, Notice } from '../../components/Notice';
import { PasswordForm } from '../../components/PasswordForm';
import { type Attempt, useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import { passwordStrength } from '../../utils/vault/password-rule';

interface Properties {
  /** There is a vault already, which does not open; the new one is made beside it. */
  readonly beside: boolean;
  /** `restored`: accounts that came out of the file. */
  readonly onCreated: (recoveryKey: string, restored: number) => void;
}

/**
 * A computer that begins with a file from another. The file is opened before there is a vault, so that a wrong file or
 * passphrase leaves nothing behind; then the vault is made, then filled.
 */
export function BringView({ beside, onCreated }: Properties) {
  const [backup, setBackup] = useState<OpenableBackup | null>(null);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const attempted = useAttempt();

  async function fill({ file, key }: OpenableBackup, made: string): Promise<void> {
    const { saved } = await ask('transfer/restore', { file, key, bringBack: true });
    onCreated(made, saved);
  }

  async function begin(from: OpenableBackup, password: string): Promise<void> {
    const created = beside
      ? await ask('vault/create-beside', { password, nickname: '' })
      : await ask('vault/create', { password });
    setRecoveryKey(created.recoveryKey);
    setBackup(from);
    await attempted.attempt(fill(from, created.recoveryKey));
  }

  async function open(from: OpenableBackup): Promise<void> {
    await ask('transfer/preview', { file: from.file, key: from.key });
    const { passphrase } = from;
    if (passphrase !== null && !passwordStrength(passphrase).startsWith('too')) await begin(from, passphrase);
    else setBackup(from);
  }

  function content() {
    if (!backup) return <BackupSource action={say('bring_action')} onOpen={open} />;
    if (recoveryKey === null)
      return (
        <NewPassword
          attempted={attempted}
          onSubmit={(password) => attempted.attempt(begin(backup, password))}
        />
      );
    return (
      <Unfinished
        attempted={attempted}
        onRetry={() => attempted.attempt(fill(backup, recoveryKey))}
        onLeave={() => onCreated(recoveryKey, 0)}
      />
    );
  }

  return (
    <section class="panel">
      <h1>{say('bring_title')}</h1>
      <p>{say('bring_why')}</p>
      {content()}
    </section>
  );
}

interface NewPasswordProperties {
  readonly attempted: Attempt;
  readonly onSubmit: (password: string) => void;
}

/** The file opens, but what opens it will not do as a password. */
function NewPassword({ attempted: { busy, failure }, onSubmit }: NewPasswordProperties) {
  return (
    <>
      <Notice tone="good">{say('bring_opens')}</Notice>
      <PasswordForm
        action={busy ? say('creating_vault') : say('create_vault')}
        busy={busy}
        hasFocus
        onSubmit={onSubmit}
      />
      <FailureNotice failure={failure} />
    </>
  );
}

interface UnfinishedProperties {
  readonly attempted: Attempt;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
}

/** The vault stands; filling it is under way, or has failed and may be tried again. */
function Unfinished({ attempted: { busy, failure }, onRetry, onLeave }: UnfinishedProperties) {
  if (!failure) return <Notice tone="plain">{say('restoring')}</Notice>;
  return (
    <>
      <FailureNotice failure={failure} />
      <p>{say('bring_unfinished')}</p>
      <div class="buttons">
        <Button look="primary" disabled={busy} onPress={onRetry}>
          {say('try_again')}
        </Button>
        <Button disabled={busy} onPress={onLeave}>
          {say('bring_leave')}
        </Button>
      </div>
    </>
  );
}
