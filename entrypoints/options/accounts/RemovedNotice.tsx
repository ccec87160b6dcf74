import { FailureNotice } from '../../../components/Notice';
import { useAttempt } from '../../../components/use-attempt';
import { say } from '../../../components/words';
import { ask } from '../../../utils/messaging/client';
import type { AccountSummary } from '../../../utils/messaging/views';
import { UndoNotice } from '../UndoNotice';

interface Properties {
  /** Removed a moment ago; null for none. */
  readonly account: AccountSummary | null;
  readonly onForget: () => void;
}

/** An account was removed, and comes back by one press. */
export function RemovedNotice({ account, onForget }: Properties) {
  const { busy, failure, attempt } = useAttempt();
  const undo = ({ id: accountId }: AccountSummary) =>
    attempt(ask('accounts/restore', { accountId }).then(onForget));
  return (
    <>
      <UndoNotice
        words={account && say('removed_line', account.issuer, account.account)}
        action={say('undo')}
        busy={busy}
        onUndo={() => account && undo(account)}
      />
      <FailureNotice failure={failure} />
    </>
  );
}
