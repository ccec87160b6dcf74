import { useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { ClockNotice } from '../../components/ClockNotice';
import { Notice } from '../../components/Notice';
import { leaveFor } from '../../components/open-page';
import { useAttempt } from '../../components/use-attempt';
import { say, sayMany } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, VaultSnapshot } from '../../utils/messaging/views';
import { hasFewCodes } from './AccountRecovery';
import { DockLine, DockStrip } from './DockLine';
import { ToldToRemember } from './ToldToRemember';

/** What can be put away until the popup is opened again. */
type News = 'unreadable' | 'clock' | 'remembered' | 'backup' | 'recovery';

/** What the vault itself has to say, in the dock when nothing else is there: the gravest first, one at a time. */
export function NewsLine({ snapshot }: { snapshot: VaultSnapshot }) {
  const [away, setAway] = useState<readonly News[]>([]);
  const putAway = (news: News) => () => setAway([...away, news]);
  const [notYet, setNotYet] = useState(false);
  const { damagedRecords, repair, backupDue, accounts, clock, tab, clipboardLeft, wrongUnlocks } = snapshot;
  if (damagedRecords > 0 && !away.includes('unreadable'))
    return (
      <DockLine title={say('news_unreadable_title')} onDismiss={putAway('unreadable')}>
        <Notice tone="bad">{say('news_unreadable', damagedRecords)}</Notice>
        <Button onPress={openBackups}>{say('news_to_backups')}</Button>
      </DockLine>
    );
  if (clock.error && !away.includes('clock'))
    return (
      <DockLine title={say('clock_title')} onDismiss={putAway('clock')}>
        <ClockNotice clock={clock} />
      </DockLine>
    );
  if (tab?.toldToRemember && !away.includes('remembered'))
    return (
      <DockLine title={say('shared_title')} onDismiss={putAway('remembered')}>
        <ToldToRemember />
      </DockLine>
    );
  if (clipboardLeft)
    return (
      <DockLine title={say('news_clipboard_title')} onDismiss={dismissNews}>
        <p>{say('news_clipboard')}</p>
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
  if (notYet)
    return (
      <DockLine title={say('news_accepted_title')} onDismiss={() => setNotYet(false)}>
        <p>{say('news_accepted_how')}</p>
      </DockLine>
    );
  if (wrongUnlocks > 0 && !isAsked(snapshot))
    return (
      <DockStrip title={sayMany('news_wrong', wrongUnlocks)} onDismiss={dismissNews}>
        <Button look="quiet" onPress={() => leaveFor('options.html#security')}>
          {say('news_wrong_when')}
        </Button>
      </DockStrip>
    );
  const untold = isAsked(snapshot) ? undefined : accounts.find(isToBeAsked);
  if (untold) return <AcceptedQuestion key={untold.id} account={untold} onNotYet={() => setNotYet(true)} />;
  if (backupDue && !isAsked(snapshot) && !away.includes('backup'))
    return (
      <DockStrip title={say('news_backup_title')} onDismiss={putAway('backup')}>
        <Button look="quiet" onPress={openBackups}>
          {say('news_to_backups')}
        </Button>
      </DockStrip>
    );
  const short = isAsked(snapshot) || away.includes('recovery') ? undefined : accounts.find(hasFewCodes);
  if (short)
    return (
      <DockLine title={say('news_recovery_title')} onDismiss={putAway('recovery')}>
        <p>{sayMany('news_recovery', short.recoveryCodes.left, shortName(short))}</p>
      </DockLine>
    );
  return null;
}

/** Asked once: an answer ends it, and so does putting it away. */
function AcceptedQuestion({ account, onNotYet }: { account: AccountSummary; onNotYet: () => void }) {
  const { busy, attempt } = useAttempt();
  const answer = (accepted: boolean) => attempt(ask('accounts/verify', { accountId: account.id, accepted }));
  return (
    <DockLine title={say('news_accepted_title')} onDismiss={() => answer(false)}>
      <p>{say('news_accepted', shortName(account), account.account)}</p>
      <div class="buttons">
        <Button disabled={busy} onPress={() => answer(true)}>
          {say('news_accepted_yes')}
        </Button>
        <Button
          disabled={busy}
          onPress={() => {
            onNotYet();
            void answer(false);
          }}
        >
          {say('news_accepted_no')}
        </Button>
      </div>
    </DockLine>
  );
}

/** A day has passed, and nobody saw the portal take a code. */
function isToBeAsked({ askAt, verifiedAt }: AccountSummary): boolean {
  return askAt !== null && verifiedAt === null && Date.now() >= askAt;
}

/** The page wants something of the person just now: what can wait does. */
function isAsked({ tab }: VaultSnapshot): boolean {
  return tab !== null && tab.prompt !== null && tab.prompt !== 'totp';
}

export function hasNews(snapshot: VaultSnapshot): boolean {
  const { damagedRecords, repair, backupDue, accounts, clock } = snapshot;
  if (damagedRecords > 0 || clock.error !== null || repair !== null) return true;
  if (snapshot.tab?.toldToRemember || snapshot.clipboardLeft) return true;
  if (isAsked(snapshot)) return false;
  if (snapshot.wrongUnlocks > 0) return true;
  return (
    (backupDue && accounts.length > 0) || accounts.some((each) => hasFewCodes(each) || isToBeAsked(each))
  );
}

function dismissNews(): void {
  ask('vault/dismiss-news').catch(() => undefined);
}

function openBackups(): void {
  leaveFor('options.html#backups/new');
}
