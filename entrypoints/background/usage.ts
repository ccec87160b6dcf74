import { activeAccounts, type OpenVault } from '../../utils/vault/vault';
import { readNote, writeNote } from './sealed-notes';
import { browserLock } from './session';

/**
 * The day each account was last used on, so that the list can begin with those. Kept beside the vault, sealed, of this
 * browser: no account is written anew for being used, and the first use of a day is the only one that writes at all. A
 * day is all that the order needs, and tells nobody at what hour someone worked.
 */
const NAME = 'used-days';
const DAY = 86_400_000;

export async function usedOn(vault: OpenVault): Promise<ReadonlyMap<string, number>> {
  return new Map((await readNote(vault, NAME)) as [string, number][] | null);
}

/** To be called once the code is out: nobody waits for it, and it never throws. */
export async function noteUse(vault: OpenVault, accountId: string): Promise<void> {
  await browserLock(NAME, async () => {
    const days = new Map(await usedOn(vault));
    const today = localDay(new Date());
    if (days.get(accountId) === today) return;
    days.set(accountId, today);
    const held = activeAccounts(vault).flatMap(({ id }) => (days.has(id) ? [[id, days.get(id)]] : []));
    await writeNote(vault, NAME, held);
  }).catch(console.error);
}

/** Days since 1970 where the person is. */
function localDay(now: Date): number {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY);
}
