import { Button } from '../../components/Button';
import { LockScreen } from '../../components/LockScreen';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { leaveFor } from '../../components/open-page';
import { openUnlockWindow } from '../../components/open-unlock';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';

import { ToldToRemember } from './ToldToRemember';

interface Properties {
  readonly snapshot: VaultSnapshot;
  readonly tabId: number | null;
  /** What locked it, for the moment in which that is news. */
  readonly title?: string;
}

/** Locked: the password has the focus; the passkey is asked in a window that outlives the popup. */
export function UnlockView({ snapshot, tabId, title = '' }: Properties) {
  const usePasskey = () => {
    openUnlockWindow({ tabId, passkey: true });
    window.close();
  };
  return (
    <LockScreen
      snapshot={snapshot}
      tabId={tabId}
      title={title}
      last={
        snapshot.hasPasskey && OFFERS_PASSKEYS && <Button onPress={usePasskey}>{say('use_passkey')}</Button>
      }
      notice={snapshot.tab?.toldToRemember && <ToldToRemember />}
      onRecover={() => leaveFor('welcome.html#recover')}
    />
  );
}
