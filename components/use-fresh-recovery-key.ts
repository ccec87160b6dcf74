import { useEffect, useRef, useState } from 'preact/hooks';
import type { VaultStatus } from '../utils/messaging/views';

/**
 * A recovery key that was just made, until it is confirmed or the vault locks: a key left on the screen is anybody's.
 * Locked first, the person makes another.
 */
export function useFreshRecoveryKey(status: VaultStatus | undefined, onLocked?: () => void) {
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  // The key may arrive before the news that its vault is open.
  const seenOpen = useRef(false);
  useEffect(() => {
    seenOpen.current = recoveryKey !== null && (seenOpen.current || status === 'unlocked');
    if (!seenOpen.current || status !== 'locked') return;
    setRecoveryKey(null);
    onLocked?.();
  }, [status, recoveryKey, onLocked]);
  return [recoveryKey, setRecoveryKey] as const;
}
