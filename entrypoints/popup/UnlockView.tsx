import { Button } from '../../components/Button';
import { LockScreen } from '../../components/LockScreen';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { openUnlockWindow } from '../../components/open-unlock';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { openWelcome } from './SetUpView';

/** Locked: the password has the focus; the passkey is asked in a window that outlives the popup. */
export function UnlockView({ snapshot, tabId }: { snapshot: VaultSnapshot; tabId: number | null }) {
  const usePasskey = () => {
    openUnlockWindow({ tabId, passkey: true });
    window.close();
  };
  return (
    <LockScreen
      snapshot={snapshot}
      tabId={tabId}
      last={
        snapshot.hasPasskey && OFFERS_PASSKEYS && <Button onPress={usePasskey}>{say('use_passkey')}</Button>
      }
      onRecover={() => openWelcome('#recover')}
    />
  );
}
