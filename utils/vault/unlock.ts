import type { Bytes } from '../bytes';
import { Failure } from '../failure';
import type { VaultHeader } from './header';
import { openSlot } from './key-slots';

/** Seconds to wait after so many wrong passwords in a row. It slows a person at the keyboard; it never wipes. */
const DELAYS = [0, 0, 0, 1, 2, 5, 10, 30, 60];

export function delayAfter(failures: number): number {
  return DELAYS[Math.min(failures, DELAYS.length - 1)]!;
}

/** The vault key. @throws Failure `wrong-password` */
export async function unlockWithPassword(header: VaultHeader, password: string): Promise<Bytes> {
  return unlock(header, 'password', password, 'wrong-password');
}

/** The vault key. @throws Failure `recovery-key-wrong` */
export async function unlockWithRecoveryKey(header: VaultHeader, recoveryKey: Bytes): Promise<Bytes> {
  return unlock(header, 'recovery', recoveryKey, 'recovery-key-wrong');
}

async function unlock(
  header: VaultHeader,
  kind: 'password' | 'recovery',
  credential: string | Bytes,
  code: 'wrong-password' | 'recovery-key-wrong',
): Promise<Bytes> {
  for (const slot of header.slots) {
    const vaultKey = slot.kind === kind ? await openSlot(slot, credential, header) : null;
    if (vaultKey) return vaultKey;
  }
  throw new Failure(code);
}
