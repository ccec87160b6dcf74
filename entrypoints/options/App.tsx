import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Mark } from '../../components/Mark';
import { useVault } from '../../components/use-vault';
import { say } from '../../components/words';
import { BackupsView } from './BackupsView';
import { ClockPanel } from './ClockPanel';
import { CodesHereView } from './CodesHereView';
import { GrantedView } from './GrantedView';
import { LockingView } from './LockingView';
import { PeopleView } from './PeopleView';
import { SecurityView } from './SecurityView';
import { SharedPcView } from './SharedPcView';
import { StoredView } from './StoredView';
import { TrashView } from './TrashView';

export function App() {
  const { snapshot } = useVault(null, false);

  useEffect(() => {
    document.title = say('options_title');
  }, []);

  return (
    <div class="page-column">
      <header class="page-head">
        <Mark size={32} locked={snapshot?.status === 'locked'} />
        <h1 class="page-name">{say('options_title')}</h1>
      </header>
      <main>
        {snapshot && <ClockPanel clock={snapshot.clock} />}
        <SharedPcView />
        <CodesHereView />
        <LockingView unlocked={snapshot?.status === 'unlocked'} />
        {snapshot && <SecurityView snapshot={snapshot} />}
        {snapshot && <BackupsView snapshot={snapshot} lastBackupAt={snapshot.lastBackupAt} />}
        {snapshot && <PeopleView snapshot={snapshot} />}
        <GrantedView />
        {snapshot && <TrashView snapshot={snapshot} />}
        <StoredView />
      </main>
      <footer class="page-foot">{say('version', browser.runtime.getManifest().version)}</footer>
    </div>
  );
}
