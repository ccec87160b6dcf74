import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon';
import { say } from '../../../components/words';
import type { AccountSummary, VaultSnapshot } from '../../../utils/messaging/views';
import { LockedPanel } from '../LockedPanel';
import { formatPlace } from '../place';
import { rowId } from './AccountLine';
import { AccountPanels } from './AccountPanels';
import { AccountsPanel } from './AccountsPanel';
import './accounts.css';
import { DoublesPanel } from './DoublesPanel';
import { DOUBLES, TRASH } from './places';
import { TrashPanel } from './TrashPanel';
import { useDoubles } from './use-doubles';

interface Properties {
  readonly snapshot: VaultSnapshot;
  /** The id of the account that is looked at, `removed`, `doubles`; empty for the list. */
  readonly within: string;
}

/** All accounts, or the one that the address names. No code is shown here: they are the popup's. */
export function AccountsView({ snapshot, within }: Properties) {
  const { status } = snapshot;
  if (status === 'unlocked') return <OpenAccounts snapshot={snapshot} within={within} />;
  return <LockedPanel title={say('accounts_label')} why={say('accounts_locked')} status={status} />;
}

/** What was searched for and removed goes with the lock: a page that stays open names no account then. */
function OpenAccounts({ snapshot, within }: Properties) {
  const [removed, setRemoved] = useState<AccountSummary | null>(null);
  const shown = snapshot.accounts.find(({ id }) => id === within);
  const isElsewhere = shown !== undefined || within === TRASH || within === DOUBLES;
  const doubles = useDoubles(snapshot);
  const leftAt = useRef(within);

  // Back in the list, the eye and the keys are where they were.
  useEffect(() => {
    const left = leftAt.current;
    leftAt.current = within;
    if (within !== '' || left === '') return;
    const row = document.getElementById(rowId(left));
    if (row) row.focus();
    else scrollTo(0, 0);
  }, [within]);

  return (
    <>
      {isElsewhere && <WayBack />}
      {shown && (
        <AccountPanels
          key={shown.id}
          account={shown}
          onRemoved={() => {
            setRemoved(shown);
            location.hash = formatPlace({ section: 'accounts', within: '' });
          }}
        />
      )}
      {within === TRASH && <TrashPanel snapshot={snapshot} />}
      {within === DOUBLES && <DoublesPanel doubles={doubles} />}
      {/* Out of sight meanwhile, with what was searched for and how far it was drawn. */}
      <div hidden={isElsewhere}>
        <AccountsPanel
          accounts={snapshot.accounts}
          doubles={doubles.length}
          removed={removed}
          onForget={() => setRemoved(null)}
        />
      </div>
    </>
  );
}

function WayBack() {
  return (
    <a class="way-back" data-escape href={formatPlace({ section: 'accounts', within: '' })}>
      <Icon name="back" />
      {say('accounts_back')}
    </a>
  );
}
