import { browser } from 'wxt/browser';

const KEY = 'update-waiting';

/** A new version waits until the vault is locked: applying it ends every session and orphans every script. */
export async function onUpdateAvailable(isLocked: boolean): Promise<void> {
  if (isLocked) browser.runtime.reload();
  else await browser.storage.session.set({ [KEY]: true });
}

/** Called whenever the vault has been locked. */
export async function applyWaitingUpdate(): Promise<void> {
  if ((await browser.storage.session.get(KEY))[KEY]) browser.runtime.reload();
}
