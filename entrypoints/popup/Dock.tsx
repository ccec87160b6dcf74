import type { ComponentChildren } from 'preact';
import { AccountName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { failureSentence, say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, FillOutcome, TabView } from '../../utils/messaging/protocol';
import { DockLine } from './DockLine';
import { FoundCard } from './FoundCard';
import { ReportCard, SameCard, TogetherCard } from './MoreCards';
import type { EnrolmentSteps } from './use-enrolment';

interface Properties {
  readonly steps: EnrolmentSteps;
  readonly origin: string | null;
  readonly tabId: number | null;
  readonly clockOffset: number;
  readonly enrolled: TabView['enrolled'];
  readonly removed: AccountSummary | null;
  /** What the vault has to say where nothing of the person's own is under way. */
  readonly news: ComponentChildren;
  readonly onAdd: () => void;
  readonly onDismiss: () => void;
}

/**
 * The found card's own room, above the foot. It takes its height from the list, never from what stands above it, so
 * that nothing moves under the pointer when a card arrives.
 */
export function Dock(properties: Properties) {
  const content = dockContent(properties);
  return content && <section class="dock">{content}</section>;
}

function dockContent(properties: Properties) {
  const { steps, origin, tabId, clockOffset, enrolled, removed, news, onAdd, onDismiss } = properties;
  const { enrolment, reader } = steps;
  // Saved while this card was being read: what became of it comes first.
  if (enrolled && enrolment.step === 'confirm' && enrolment.source === 'page' && !enrolment.saving)
    return <SavedLine outcome={enrolled.outcome} underWay onDismiss={onDismiss} />;
  switch (enrolment.step) {
    case 'looking':
      return <p class="dock-line">{say('looking')}</p>;
    case 'failed':
      return (
        <DockLine title={say('nothing_added')} onDismiss={onDismiss}>
          <Notice tone="bad">
            {failureSentence(enrolment.failure)}
            {enrolment.looked !== null && enrolment.failure.code === 'no-code-found' && (
              <> {say('looked_at', enrolment.looked)}</>
            )}
          </Notice>
          {enrolment.looked !== null && (
            <Button look="quiet" onPress={onAdd}>
              {say('add_by_hand')}
            </Button>
          )}
        </DockLine>
      );
    case 'choose':
      return (
        <DockLine title={say('choose_title', enrolment.keys.length)} onDismiss={onDismiss}>
          <ul class="choices">
            {enrolment.keys.map((found) => (
              <li key={found.keyUri}>
                <button
                  type="button"
                  class="row-copy choice"
                  onClick={() => steps.choose(found, enrolment.source)}
                >
                  <AccountName named={found.key} />
                </button>
              </li>
            ))}
          </ul>
        </DockLine>
      );
    case 'confirm':
      return (
        reader && (
          <FoundCard
            key={enrolment.found.keyUri}
            {...enrolment}
            reader={reader}
            origin={origin}
            tabId={tabId}
            clockOffset={clockOffset}
            onSave={(bound) => steps.save(enrolment.found, enrolment.source, bound, 'ask')}
            onDismiss={onDismiss}
          />
        )
      );
    case 'same':
      return <SameCard {...enrolment} steps={steps} onDismiss={onDismiss} />;
    case 'together':
      return <TogetherCard {...enrolment} steps={steps} onDismiss={onDismiss} />;
    case 'reported':
      return <ReportCard {...enrolment} onDismiss={onDismiss} />;
    case 'saved':
      return <SavedLine outcome={enrolled?.outcome ?? enrolment.outcome} onDismiss={onDismiss} />;
    default:
      if (enrolled) return <SavedLine outcome={enrolled.outcome} underWay onDismiss={onDismiss} />;
      return removed ? <RemovedLine account={removed} onDismiss={onDismiss} /> : news;
  }
}

interface SavedProperties {
  readonly outcome: FillOutcome | null;
  /** The first code may still be on its way into the page. */
  readonly underWay?: boolean;
  readonly onDismiss: () => void;
}

function SavedLine({ outcome, underWay = false, onDismiss }: SavedProperties) {
  const words = {
    filled: () => say('saved_filled'),
    waiting: () => say('saved_waiting'),
    'not-taken': () => say('saved_not_taken'),
    'no-prompt': () => say('saved_no_prompt'),
  };
  const sentence = outcome ? words[outcome]() : underWay ? say('saved_under_way') : say('saved');
  return (
    <DockLine title={say('saved_title')} onDismiss={onDismiss}>
      <Notice tone={outcome === 'not-taken' ? 'warn' : 'good'}>{sentence}</Notice>
    </DockLine>
  );
}

function RemovedLine({ account, onDismiss }: { account: AccountSummary; onDismiss: () => void }) {
  const { busy, failure, attempt } = useAttempt();
  const undo = async () => {
    await attempt(ask('accounts/restore', { accountId: account.id }).then(onDismiss));
  };
  return (
    <DockLine title={say('removed_title')} onDismiss={onDismiss}>
      <p>{failure ? failureSentence(failure) : say('removed_line', account.issuer, account.account)}</p>
      <div class="buttons">
        <Button onPress={undo} disabled={busy}>
          {say('undo')}
        </Button>
      </div>
    </DockLine>
  );
}
