import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { ClockNotice } from '../../components/ClockNotice';
import { Notice } from '../../components/Notice';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { VaultSnapshot } from '../../utils/messaging/protocol';
import { hasFewCodes } from './AccountRecovery';
import { DockLine } from './DockLine';

/** What the vault itself has to say, in the dock when nothing else is there: the gravest first, one at a time. */
export function NewsLine({ snapshot }: { snapshot: VaultSnapshot }) {
  const [later, setLater] = useState(false);
  const { damagedRecords, repair, backupDue, accounts, clock } = snapshot;
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
  if (backupDue && !isAsked(snapshot))
    return (
      <DockLine title={say('news_backup_title')} onDismiss={() => setLater(true)}>
        <p>{say('news_backup')}</p>
        <Button onPress={openBackups}>{say('news_to_backups')}</Button>
      </DockLine>
    );
  const short = isAsked(snapshot) ? undefined : accounts.find(hasFewCodes);
  if (short)
    return (
      <DockLine title={say('news_recovery_title')} onDismiss={() => setLater(true)}>
        <p>{say('news_recovery', shortName(short), short.recoveryCodes.left)}</p>
      </DockLine>
    );
  return null;
}

/** The page wants something of the person just now: what can wait does. */
function isAsked({ tab }: VaultSnapshot): boolean {
  return tab !== null && tab.prompt !== null && tab.prompt !== 'totp';
}

export function hasNews(snapshot: VaultSnapshot): boolean {
  const { damagedRecords, repair, backupDue, accounts, clock } = snapshot;
  if (damagedRecords > 0 || clock.error !== null || repair !== null) return true;
  return !isAsked(snapshot) && ((backupDue && accounts.length > 0) || accounts.some(hasFewCodes));
}

function openBackups(): void {
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#backups` });
  window.close();
}
