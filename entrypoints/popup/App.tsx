import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Alone } from '../../components/Alone';
import { armPointer } from '../../components/arming';
import { CodesHidden } from '../../components/hidden-codes';
import { FailureNotice } from '../../components/Notice';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import { ask } from '../../utils/messaging/client';
import type { AccountSummary } from '../../utils/messaging/views';
import { type ActiveTab, findActiveTab } from '../../utils/platform/active-tab';
import { firstTab } from '../../utils/platform/first-question';
import { CodesView } from './CodesView';
import { Dock } from './Dock';
import { hasNews, NewsLine } from './NewsLine';
import { AccountView, AddView, fetchOtherViews } from './other-views';
import { DamagedView, SetUpView } from './SetUpView';
import { UnlockView } from './UnlockView';
import { useCopy } from './use-copy';
import { useEnrolment } from './use-enrolment';
import { type FillReport, useFill } from './use-fill';
import { useLook } from './use-look';
import { useRecovery } from './use-recovery';

type Place =
  | { readonly at: 'codes' }
  | { readonly at: 'add' }
  | { readonly at: 'account'; readonly id: string };

export function App({ root }: { root: Element }) {
  const [tab, setTab] = useState<ActiveTab | null | undefined>(undefined);
  const [place, setPlace] = useState<Place>({ at: 'codes' });
  const [removed, setRemoved] = useState<AccountSummary | null>(null);
  const vault = useVault(tab === undefined ? undefined : (tab?.id ?? null));
  const { snapshot, failure } = vault;
  const steps = useEnrolment(tab ?? null, snapshot);
  const copying = useCopy();
  const filling = useFill(tab?.id ?? null);
  const recovering = useRecovery(tab?.id ?? null);
  useLook(tab ?? null, snapshot);

  useLayoutEffect(() => {
    (firstTab() ?? findActiveTab()).then(setTab, () => setTab(null));
  }, []);

  const painted = snapshot !== null;
  useEffect(() => {
    if (!painted) return;
    armPointer(root);
    requestIdleCallback(fetchOtherViews);
  }, [painted, root]);

  if (!snapshot) return <Alone>{failure && <FailureNotice failure={failure} />}</Alone>;
  if (snapshot.status === 'none') return <SetUpView />;
  if (snapshot.status === 'damaged') return <DamagedView />;
  if (snapshot.status === 'locked')
    return (
      <UnlockView
        snapshot={snapshot}
        tabId={tab?.id ?? null}
        title={copying.message || lockedAfter(filling.report)}
      />
    );

  const origin = tab?.origin ?? snapshot.tab?.origin ?? null;
  const shown = place.at === 'account' && snapshot.accounts.find(({ id }) => id === place.id);
  const toCodes = () => setPlace({ at: 'codes' });
  const dismiss = () => {
    steps.dismiss();
    setRemoved(null);
    if (tab && snapshot.tab?.enrolled) ask('fill/dismiss', { tabId: tab.id }).catch(() => undefined);
  };
  const dock = (
    <Dock
      steps={steps}
      origin={origin}
      tabId={tab?.id ?? null}
      snapshot={snapshot}
      removed={removed}
      news={hasNews(snapshot) ? <NewsLine snapshot={snapshot} /> : null}
      onAdd={() => setPlace({ at: 'add' })}
      onDismiss={dismiss}
    />
  );

  const hiding = (view: ComponentChildren) => (
    <CodesHidden.Provider value={snapshot.hidesCodes}>{view}</CodesHidden.Provider>
  );
  if (shown)
    return hiding(
      <AccountView
        key={shown.id}
        account={shown}
        vault={vault}
        snapshot={snapshot}
        origin={origin}
        tabId={tab?.id ?? null}
        copying={copying}
        onBack={toCodes}
        onRemoved={() => {
          setRemoved(shown);
          toCodes();
        }}
      />,
    );
  if (place.at === 'add') return <AddView steps={steps} dock={dock} onBack={toCodes} />;
  return hiding(
    <CodesView
      vault={vault}
      snapshot={snapshot}
      origin={origin}
      steps={steps}
      copying={copying}
      filling={filling}
      recovering={recovering}
      dock={dock}
      onOpen={(id) => setPlace({ at: 'account', id })}
      onAdd={() => setPlace({ at: 'add' })}
    />,
  );
}

/** On a shared PC a fill locks the vault while the popup still stands. */
function lockedAfter(report: FillReport | null): string {
  return report?.outcome === 'filled' ? say('filled_locked') : '';
}
