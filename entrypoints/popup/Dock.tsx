import type { ComponentChildren } from 'preact';
import { AccountName } from '../../components/AccountName';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useAttempt } from '../../components/use-attempt';
import { failureSentence, say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary, VaultSnapshot } from '../../utils/messaging/views';
import { DockLine } from './DockLine';
import { FoundCard, ReportCard, SameCard, SavedCard, TogetherCard } from './other-views';
import type { EnrolmentSteps } from './use-enrolment';

interface Properties {
  readonly steps: EnrolmentSteps;
  readonly origin: string | null;
  readonly tabId: number | null;
  readonly snapshot: VaultSnapshot;
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
  return (
    // There before its card, so that the card is read out when it comes; and each card is one of its own, so that none
    // of them is the one before, grown and moved.
    <section class="dock-room" aria-label={content ? say('dock_label') : undefined} aria-live="polite">
      {content && (
        <div key={kindOf(properties)} class="dock">
          {content}
        </div>
      )}
    </section>
  );
}

function kindOf({ steps, snapshot, removed }: Properties): string {
  const { step } = steps.enrolment;
  if (step !== 'none') return step;
  if (snapshot.tab?.enrolled && !snapshot.clock.error) return 'saved';
  return removed ? 'removed' : 'news';
}

function dockContent(properties: Properties) {
  const { steps, origin, tabId, snapshot, removed, news, onAdd, onDismiss } = properties;
  // A wrong clock is why a first code was refused, and comes before where it went.
  const enrolled = snapshot.clock.error ? null : (snapshot.tab?.enrolled ?? null);
  const { enrolment, reader } = steps;
  // Saved while this card was being read: what became of it comes first.
  const isReadAgain = enrolment.step === 'confirm' && enrolment.source === 'page' && !enrolment.saving;
  if (enrolled?.answer === null && isReadAgain)
    return <SavedCard {...{ enrolled, snapshot, tabId, onDismiss }} />;
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
            clockOffset={snapshot.clock.offset}
            onSave={(found, bound) => steps.save(found, enrolment.source, bound, 'ask')}
            onLook={steps.look}
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
      return <SavedCard {...{ enrolled, snapshot, tabId, onDismiss }} />;
    default:
      if (enrolled) return <SavedCard {...{ enrolled, snapshot, tabId, onDismiss }} />;
      return removed ? <RemovedLine account={removed} onDismiss={onDismiss} /> : news;
  }
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
