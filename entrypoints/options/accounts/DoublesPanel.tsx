import { useState } from 'preact/hooks';
import { shortName } from '../../../components/AccountName';
import { FailureNotice } from '../../../components/Notice';
import { useAttempt } from '../../../components/use-attempt';
import { say } from '../../../components/words';
import { ask } from '../../../utils/messaging/client';
import type { AccountSummary, SettledView } from '../../../utils/messaging/views';
import { UndoNotice } from '../UndoNotice';
import { DoublesGroup } from './DoublesGroup';
import type { Doubles } from './use-doubles';
import { usePlaceHead } from './use-place-head';

/** What was done a moment ago, and what takes it back. */
interface Done {
  readonly kind: Doubles['kind'];
  readonly kept: AccountSummary;
  readonly others: readonly string[];
}

/** Accounts that are here more than once, group by group: put together by one press, or one of them chosen. */
export function DoublesPanel({ doubles }: { doubles: readonly Doubles[] }) {
  const [done, setDone] = useState<Done | null>(null);
  const head = usePlaceHead();
  const { busy, failure, attempt } = useAttempt();

  async function settle({ kind, accounts }: Doubles, kept: AccountSummary): Promise<void> {
    if (busy) return;
    const accountIds = accounts.map(({ id }) => id);
    const others = accountIds.filter((id) => id !== kept.id);
    const asked =
      kind === 'same-key'
        ? ask('doubles/unite', { accountIds })
        : ask('doubles/keep-one', { accountIds, keep: kept.id });
    await attempt(asked.then(() => setDone({ kind, kept, others })));
  }
  const undo = ({ kept, others }: Done) =>
    attempt(ask('doubles/separate', { kept: settledOf(kept), accountIds: others }).then(() => setDone(null)));

  return (
    <section class="panel">
      <h2 class="place-head" ref={head} tabIndex={-1}>
        {say('doubles_title')}
      </h2>
      <UndoNotice
        words={
          done && say(done.kind === 'same-key' ? 'doubles_united' : 'doubles_kept', shortName(done.kept))
        }
        action={say('undo')}
        busy={busy}
        onUndo={() => done && undo(done)}
      />
      <FailureNotice failure={failure} />
      {doubles.length === 0 && <p class="muted">{say('doubles_none')}</p>}
      {doubles.map((group) => (
        <DoublesGroup
          key={group.accounts.map(({ id }) => id).join()}
          group={group}
          busy={busy}
          onSettle={(kept) => settle(group, kept)}
        />
      ))}
    </section>
  );
}

function settledOf({ id, origins, fillsItself, submits, pinned }: AccountSummary): SettledView {
  return { id, origins, fillsItself, submits, pinned };
}
