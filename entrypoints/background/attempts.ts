import { Failure } from '../../utils/failure';
import { forgiveAttempts, readAttempts, writeAttempts } from '../../utils/platform/unlock-attempts';
import { delayAfter } from '../../utils/vault/unlock';
import { browserLock } from './session';

/**
 * One try at a time, booked before it is made: a worker killed in the middle has still used it up.
 * @throws Failure `wait`, and what `tryIt` throws
 */
export function attempt<T>(vaultId: string, tryIt: () => Promise<T>): Promise<T> {
  return browserLock('unlock', async () => {
    const waitUntil = await waitingUntil(vaultId);
    if (waitUntil) throw new Failure('wait', Math.ceil((waitUntil - Date.now()) / 1000));
    const { failures } = await readAttempts(vaultId);
    await writeAttempts(vaultId, { failures: failures + 1, lastAt: Date.now() });
    const opened = await tryIt();
    await forgiveAttempts(vaultId);
    return opened;
  });
}

/** When the next password may be tried, or null for now. A clock set back starts the wait anew, no more. */
export async function waitingUntil(vaultId: string): Promise<number | null> {
  const { failures, lastAt } = await readAttempts(vaultId);
  const now = Date.now();
  if (lastAt > now) await writeAttempts(vaultId, { failures, lastAt: now });
  const until = Math.min(lastAt, now) + delayAfter(failures) * 1000;
  return until > now ? until : null;
}
