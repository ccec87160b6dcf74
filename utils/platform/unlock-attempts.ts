import { browser } from 'wxt/browser';
import { checkEvents, type UnlockEvent } from '../vault/unlock-history';
import { readLocal, tryWriteLocal } from './local';

/** Wrong passwords in a row; on disk, so that neither a dead worker nor a restart forgives them. */
export interface UnlockAttempts {
  readonly failures: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
  /** Since the last unlock, in clear: while locked there is no key to seal them with. */
  readonly wrong: readonly UnlockEvent[];
}

const key = (vaultId: string) => `unlock-attempts/${vaultId}`;

export async function readAttempts(vaultId: string): Promise<UnlockAttempts> {
  const name = key(vaultId);
  const [session, local] = await Promise.all([browser.storage.session.get(name), readLocal(name)]);
  return checked(session[name]) ?? checked(local) ?? { failures: 0, lastAt: 0, wrong: [] };
}

/** Where the disk refuses, they are at least remembered until the browser closes. */
export async function writeAttempts(vaultId: string, attempts: UnlockAttempts): Promise<void> {
  const name = key(vaultId);
  if (await tryWriteLocal(name, attempts)) void browser.storage.session.remove(name);
  else await browser.storage.session.set({ [name]: attempts });
}

/** A spoilt disk may give anything back. */
function checked(stored: unknown): UnlockAttempts | null {
  const { failures, lastAt, wrong } = (stored ?? {}) as Partial<UnlockAttempts>;
  const good = Number.isInteger(failures) && failures! >= 0 && Number.isFinite(lastAt) && lastAt! >= 0;
  return good ? { failures: failures!, lastAt: lastAt!, wrong: checkEvents(wrong) } : null;
}
