import { useState } from 'preact/hooks';
import { formatDay } from '../../components/dates';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { BackUpForm } from './BackUpForm';
import './backups.css';
import { Fold } from '../../components/Fold';
import { LockedPanel } from './LockedPanel';
import { RestoreForm } from './RestoreForm';

type Open = 'back-up' | 'restore' | 'carry';

interface Properties {
  readonly snapshot: VaultSnapshot;
  readonly within: string;
}

/** Backups: when the last one was, make one, look into one, and carry one over to another computer. */
export function BackupsView({ snapshot, within }: Properties) {
  // Somebody who came for a backup finds the form open.
  const [open, setOpen] = useState<Open | null>(within === 'new' ? 'back-up' : null);
  if (snapshot.status !== 'unlocked')
    return <LockedPanel title={say('backups_title')} why={say('backups_locked')} status={snapshot.status} />;
  const toggle = (which: Open) => (isOpen: boolean) =>
    setOpen((now) => (isOpen ? which : now === which ? null : now));
  return (
    <section class="panel">
      <h2>{say('backups_title')}</h2>
      <p class={snapshot.backupDue ? 'backups-due' : 'muted'}>{standing(snapshot)}</p>
      <div class="folds">
        <Fold title={say('back_up_title')} isOpen={open === 'back-up'} onToggle={toggle('back-up')}>
          <p>{say('back_up_why')}</p>
          <BackUpForm />
        </Fold>
        <Fold title={say('restore_title')} isOpen={open === 'restore'} onToggle={toggle('restore')}>
          <RestoreForm />
        </Fold>
        <Fold title={say('carry_title')} isOpen={open === 'carry'} onToggle={toggle('carry')}>
          <ol class="carry">
            <li>{say('carry_make')}</li>
            <li>{say('carry_over')}</li>
            <li>{say('carry_open')}</li>
          </ol>
          <p class="muted">{say('carry_again')}</p>
          <BackUpForm />
        </Fold>
      </div>
    </section>
  );
}

function standing({ backupDue, accounts, lastBackupAt: lastAt }: VaultSnapshot): string {
  if (lastAt === null) return accounts.length > 0 ? say('backups_none') : say('backups_empty');
  return backupDue ? say('backups_due', formatDay(lastAt)) : say('backups_last', formatDay(lastAt));
}
