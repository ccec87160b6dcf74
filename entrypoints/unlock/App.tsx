import { useEffect } from 'preact/hooks';
import { Alone } from '../../components/Alone';
import { LockScreen } from '../../components/LockScreen';
import { FailureNotice, Notice } from '../../components/Notice';
import { OFFERS_PASSKEYS } from '../../components/offers-passkeys';
import { leaveFor } from '../../components/open-page';
import type { UnlockWish } from '../../components/open-unlock';
import { useVault } from '../../components/use-vault';
import { failureSentence, say } from '../../components/words';
import { PasskeyStep } from './PasskeyStep';

const CLOSED_DOORS = { none: 'no-vault', damaged: 'damaged' } as const;

/** The lock screen in a window that stays while a dialog of the system is in front; gone once the vault is open. */
export function App({ wish }: { wish: UnlockWish }) {
  const { snapshot, failure } = useVault(null);
  const status = snapshot?.status;

  useEffect(() => {
    document.title = say('locked_title');
  }, []);
  useEffect(() => {
    if (status === 'unlocked') window.close();
  }, [status]);

  if (!snapshot) return <Alone>{failure && <FailureNotice failure={failure} />}</Alone>;
  if (snapshot.status === 'none' || snapshot.status === 'damaged')
    return (
      <Alone>
        <Notice tone="bad">{failureSentence({ code: CLOSED_DOORS[snapshot.status], values: [] })}</Notice>
      </Alone>
    );
  if (snapshot.status === 'unlocked') return <Alone>{say('unlocked')}</Alone>;
  const passkey = snapshot.hasPasskey && OFFERS_PASSKEYS;
  return (
    <LockScreen
      snapshot={snapshot}
      tabId={wish.tabId}
      first={passkey && <PasskeyStep key={snapshot.vaultId} tabId={wish.tabId} asksAtOnce={wish.passkey} />}
      onRecover={() => leaveFor('welcome.html#recover')}
    />
  );
}
