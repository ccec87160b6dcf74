import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { ClockNotice } from '../../components/ClockNotice';
import { Notice } from '../../components/Notice';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { VaultSnapshot } from '../../utils/messaging/protocol';
import { DockLine } from './DockLine';

/** What the vault itself has to say, in the dock when nothing else is there: the gravest first, one at a time. */
export function NewsLine({ snapshot }: { snapshot: VaultSnapshot }) {
  const [later, setLater] = useState(false);
  const { damagedRecords, repair, backupDue, clock } = snapshot;
  if (later) return null;
  if (damagedRecords > 0)
    return (
      <DockLine title={say('news_unreadable_title')} onDismiss={() => setLater(true)}>
        <Notice tone="bad">{say('news_unreadable', damagedRecords)}</Notice>
        <Button onPress={openBackups}>{say('news_to_backups')}</Button>
      </DockLine>
    );
  if (clock.error)
    return (
      <DockLine title={say('clock_title')} onDismiss={() => setLater(true)}>
        <ClockNotice clock={clock} />
      </DockLine>
    );
  if (repair)
    return (
      <DockLine
        title={say('news_repaired_title')}
        onDismiss={() => ask('vault/dismiss-repair').catch(() => undefined)}
      >
        <Notice tone="good">{say('news_repaired')}</Notice>
      </DockLine>
    );
  if (backupDue)
    return (
      <DockLine title={say('news_backup_title')} onDismiss={() => setLater(true)}>
        <p>{say('news_backup')}</p>
        <Button onPress={openBackups}>{say('news_to_backups')}</Button>
      </DockLine>
    );
  return null;
}

export function hasNews({ damagedRecords, repair, backupDue, accounts, clock }: VaultSnapshot): boolean {
  return damagedRecords > 0 || clock.error !== null || repair !== null || (backupDue && accounts.length > 0);
}

function openBackups(): void {
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#backups` });
  window.close();
}
