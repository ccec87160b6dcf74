import { formatDaysAgo } from '../../components/dates';
import { leaveFor } from '../../components/open-page';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';

/** At the foot, while nothing else is said there: what was never written down, or how old the backup is. */
export function FootNotice({ snapshot, now }: { snapshot: VaultSnapshot; now: number }) {
  const { recoveryConfirmed, lastBackupAt, backupDue } = snapshot;
  if (!recoveryConfirmed)
    return (
      <button type="button" class="foot-notice" onClick={() => leaveFor('welcome.html#renew')}>
        {say('recovery_unconfirmed')}
      </button>
    );
  if (lastBackupAt === null || backupDue) return null;
  return <p class="foot-status muted">{say('backed_up', formatDaysAgo(lastBackupAt, now))}</p>;
}
