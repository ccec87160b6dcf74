import { useState } from 'preact/hooks';
import { shortName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { FailureNotice, Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { EnrolledView, ReplacedAccount, VaultSnapshot } from '../../utils/messaging/views';
import { DockLine } from './DockLine';
import { TakeCodes } from './TakeCodes';

interface Properties {
  /** Null where there is no page that a first code could go to. */
  readonly enrolled: EnrolledView | null;
  readonly snapshot: VaultSnapshot;
  readonly tabId: number | null;
  readonly onDismiss: () => void;
}

/** Saved; what became of the first code, and the one thing to do next. */
export function SavedCard({ enrolled, snapshot, tabId, onDismiss }: Properties) {
  const [keeping, setKeeping] = useState(false);
  const account = snapshot.accounts.find(({ id }) => id === enrolled?.accountId);
  const replaced = snapshot.replaced.find(({ by }) => by === enrolled?.accountId);
  const isGood = enrolled?.answer !== 'refused' && enrolled?.outcome !== 'not-taken';
  return (
    <DockLine title={say('saved_title')} onDismiss={onDismiss}>
      <Notice tone={isGood ? 'good' : 'warn'}>
        {enrolled ? sentence(enrolled, account ? shortName(account) : '') : say('saved')}
      </Notice>
      {account && keeping && (
        <TakeCodes account={account} tabId={tabId} atOnce onDone={() => setKeeping(false)} />
      )}
      {account && account.recoveryCodes.all === 0 && !keeping && enrolled?.answer !== 'refused' && (
        <div class="buttons">
          <Button
            look={enrolled?.answer === 'accepted' ? undefined : 'quiet'}
            onPress={() => setKeeping(true)}
          >
            {say('saved_keep_codes')}
          </Button>
        </div>
      )}
      {replaced && <ReplacedLine key={replaced.id} replaced={replaced} />}
    </DockLine>
  );
}

function sentence({ outcome, goOn, answer }: EnrolledView, name: string): string {
  if (answer === 'accepted') return say('saved_accepted', name);
  if (answer === 'refused') return say('saved_refused');
  switch (outcome) {
    case null:
      return say('saved_under_way');
    case 'filled':
      return goOn ? say('saved_go_on', goOn) : say('saved_filled');
    case 'waiting':
      return say('saved_waiting');
    case 'not-taken':
      return say('saved_not_taken');
    default:
      return say('saved_no_prompt');
  }
}

function ReplacedLine({ replaced }: { replaced: ReplacedAccount }) {
  const { busy, failure, attempt } = useAttempt();
  return (
    <>
      <p class="small muted">{say('saved_replaced')}</p>
      <FailureNotice failure={failure} />
      <div class="buttons">
        <Button
          look="quiet"
          disabled={busy}
          onPress={() => attempt(ask('accounts/restore', { accountId: replaced.id }))}
        >
          {say('saved_replaced_back')}
        </Button>
      </div>
    </>
  );
}
