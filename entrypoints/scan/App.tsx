import { useEffect } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { LockScreen } from '../../components/LockScreen';
import { Mark } from '../../components/Mark';
import { FailureNotice, Notice } from '../../components/Notice';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { openUnlockWindow } from '../../components/open-unlock';
import { useVault } from '../../components/use-vault';
import { failureSentence, say } from '../../components/words';
import { ScanView } from './ScanView';

/** Accounts out of pictures, the camera or another window, in a tab that stays while a dialog is in front. */
export function App() {
  const { snapshot, failure } = useVault(null);

  useEffect(() => {
    document.title = say('scan_title');
  }, []);

  if (snapshot?.status === 'locked')
    return (
      <div class="scan-locked">
        <LockScreen
          snapshot={snapshot}
          tabId={null}
          last={
            snapshot.hasPasskey &&
            OFFERS_PASSKEYS && (
              <Button onPress={() => openUnlockWindow({ tabId: null, passkey: true })}>
                {say('use_passkey')}
              </Button>
            )
          }
          onRecover={() => goToWelcome('#recover')}
        />
      </div>
    );
  return (
    <div class="page-column">
      <header class="page-head">
        <Mark size={32} />
        <h1 class="page-name">{say('scan_title')}</h1>
      </header>
      <main>
        {!snapshot && <FailureNotice failure={failure} />}
        {snapshot?.status === 'none' && <ClosedDoor failure="no-vault" />}
        {snapshot?.status === 'damaged' && <ClosedDoor failure="damaged" />}
        {snapshot?.status === 'unlocked' && <ScanView snapshot={snapshot} />}
      </main>
    </div>
  );
}

function ClosedDoor({ failure }: { failure: 'no-vault' | 'damaged' }) {
  return (
    <section class="panel">
      <Notice tone="bad">{failureSentence({ code: failure, values: [] })}</Notice>
      <div class="buttons">
        <Button look="primary" onPress={() => goToWelcome(failure === 'damaged' ? '#rescue' : '')}>
          {failure === 'damaged' ? say('rescue_open') : say('setup_button')}
        </Button>
      </div>
    </section>
  );
}

function goToWelcome(part: '' | '#recover' | '#rescue'): void {
  location.assign(`${browser.runtime.getURL('/welcome.html')}${part}`);
}
