import { addEvents, checkEvents, type UnlockEvent, type UnlockWay } from '../../utils/vault/unlock-history';
import type { OpenVault } from '../../utils/vault/vault';
import { forgetWrong, wrongSince } from './attempts';
import { readNote, writeNote } from './sealed-notes';
import { browserLock } from './session';

const NAME = 'unlock-history';

/** The unlock of this moment, and the wrong passwords before it, which wait in clear while nothing can be sealed. */
export async function noteUnlock(vault: OpenVault, way: UnlockWay): Promise<void> {
  const { vaultId } = vault.header;
  const opened = { at: Date.now(), way, opened: true };
  await browserLock(NAME, async () => {
    const wrong = await wrongSince(vaultId);
    await writeNote(vault, NAME, addEvents(await readEvents(vault), [...wrong, opened]));
    await forgetWrong(vaultId, wrong);
  });
}

/** Oldest first, with those that were not sealed yet. */
export async function unlockEvents(vault: OpenVault): Promise<readonly UnlockEvent[]> {
  const [sealed, wrong] = await Promise.all([readEvents(vault), wrongSince(vault.header.vaultId)]);
  return addEvents(sealed, wrong);
}

/** A new vault key opens nothing that was sealed under the old one; this list is wanted most just then. */
export async function keepEvents(before: OpenVault, after: OpenVault): Promise<void> {
  await browserLock(NAME, async () => writeNote(after, NAME, await readEvents(before)));
}

async function readEvents(vault: OpenVault): Promise<readonly UnlockEvent[]> {
  return checkEvents((await readNote(vault, NAME)) ?? []);
}
