import { Failure } from '../../utils/failure';
import { readAttempts, type UnlockAttempts, writeAttempts } from '../../utils/platform/unlock-attempts';
import type { VaultHeader } from '../../utils/vault/header';
import { delayAfter, unlockWithPassword } from '../../utils/vault/unlock';
import { addEvents, type UnlockEvent } from '../../utils/vault/unlock-history';
import { browserLock } from './session';

/**
 * One try at a time, booked before it is made: a worker killed in the middle has still used it up.
 * @throws Failure `wait`, and what `tryIt` throws
 */
export function attempt<T>(vaultId: string, tryIt: () => Promise<T>): Promise<T> {
  return browserLock('unlock', async () => {
    const now = Date.now();
    const attempts = await unadvanced(vaultId, now);
    const until = waitUntil(attempts, now);
    if (until) throw new Failure('wait', Math.ceil((until - now) / 1000));
    const failures = attempts.failures + 1;
    const { wrong } = attempts;
    await writeAttempts(vaultId, { failures, lastAt: now, wrong });
    try {
      const opened = await tryIt();
      await writeAttempts(vaultId, { failures: 0, lastAt: 0, wrong });
      return opened;
    } catch (thrown) {
      const at = Date.now(); // the wait begins when the answer is out
      await writeAttempts(vaultId, { failures, lastAt: at, wrong: addEvents(wrong, wrongAt(at, thrown)) });
      throw thrown;
    }
  });
}

/** As the history has it; none where it failed for another reason. */
function wrongAt(at: number, thrown: unknown): UnlockEvent[] {
  const code = thrown instanceof Failure ? thrown.code : null;
  if (code === 'wrong-password') return [{ at, way: 'password', opened: false }];
  return code === 'recovery-key-wrong' ? [{ at, way: 'recovery-key', opened: false }] : [];
}

/** Wrong passwords since the last unlock. */
export async function wrongSince(vaultId: string): Promise<readonly UnlockEvent[]> {
  return (await readAttempts(vaultId)).wrong;
}

/** These are kept elsewhere now; those that came since stay. */
export function forgetWrong(vaultId: string, kept: readonly UnlockEvent[]): Promise<void> {
  return browserLock('unlock', async () => {
    const attempts = await readAttempts(vaultId);
    if (attempts.wrong.length === 0) return;
    const times = new Set(kept.map(({ at }) => at));
    await writeAttempts(vaultId, { ...attempts, wrong: attempts.wrong.filter(({ at }) => !times.has(at)) });
  });
}

/** The password, asked anew before what cannot be undone. @throws Failure `wrong-password`, `wait` */
export async function reauthenticate(header: VaultHeader, password: string): Promise<void> {
  await attempt(header.vaultId, () => unlockWithPassword(header, password));
}

/** When the next password may be tried, or null for now. */
export async function waitingUntil(vaultId: string): Promise<number | null> {
  const now = Date.now();
  return waitUntil(await unadvanced(vaultId, now), now);
}

/** A clock set back starts the wait anew, no more. */
async function unadvanced(vaultId: string, now: number): Promise<UnlockAttempts> {
  const attempts = await readAttempts(vaultId);
  if (attempts.lastAt <= now) return attempts;
  const anew = { ...attempts, lastAt: now };
  await writeAttempts(vaultId, anew);
  return anew;
}

function waitUntil({ failures, lastAt }: UnlockAttempts, now: number): number | null {
  const until = lastAt + delayAfter(failures) * 1000;
  return until > now ? until : null;
}
