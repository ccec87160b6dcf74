import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { RecoveryStep } from '../../components/RecoveryStep';
import type { useFreshRecoveryKey } from '../../components/use-fresh-recovery-key';
import { say } from '../../components/words';
import type { VaultSnapshot } from '../../utils/messaging/views';
import { LockedPanel } from './LockedPanel';
import { PasskeysView } from './PasskeysView';
import { PasswordView } from './PasswordView';

/** A recovery key that was just made and not confirmed yet, and what sets it. */
export type FreshRecoveryKey = ReturnType<typeof useFreshRecoveryKey>;

interface Properties {
  readonly snapshot: VaultSnapshot;
  readonly fresh: FreshRecoveryKey;
}

/** What opens the vault: its password and its passkeys. A new vault key brings a new recovery key, shown in their place. */
export function SecurityView({ snapshot, fresh: [recoveryKey, setRecoveryKey] }: Properties) {
  const [rotated, setRotated] = useState(false);
  const confirmed = () => {
    setRecoveryKey(null);
    setRotated(true);
  };
  // It stands where the forms were, which may be out of sight.
  useEffect(() => {
    if (recoveryKey !== null) document.querySelector('.recovery-card')?.scrollIntoView({ block: 'center' });
  }, [recoveryKey]);
  if (recoveryKey !== null) return <RecoveryStep recoveryKey={recoveryKey} onConfirmed={confirmed} />;
  if (snapshot.status !== 'unlocked')
    return (
      <LockedPanel title={say('security_title')} why={say('security_locked')} status={snapshot.status} />
    );
  return (
    <>
      {rotated && (
        <div class="above-panel">
          <Notice tone="good">{say('rotated')}</Notice>
        </div>
      )}
      <PasswordView onRotated={setRecoveryKey} />
      <PasskeysView snapshot={snapshot} onRotated={setRecoveryKey} />
    </>
  );
}
