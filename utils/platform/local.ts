import { browser } from 'wxt/browser';

/** What is under this key in `storage.local`; undefined where nothing is or the disk has spoilt it. */
export async function readLocal(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/**
 * For what is a help and not the vault: a disk that refuses it keeps nobody from their codes.
 * @returns whether it was written
 */
export async function tryWriteLocal(key: string, value: unknown): Promise<boolean> {
  return browser.storage.local.set({ [key]: value }).then(
    () => true,
    () => false,
  );
}

/**
 * Has the browser write its file anew, with the same in it. Onto a log whose end was torn Chromium goes on writing, and
 * forgets at its next start all that came after the tear. Only called while the vault itself is whole.
 */
export async function renewLocal(): Promise<void> {
  const everything = await browser.storage.local.get(null).catch(() => null);
  if (!everything) return; // some of it cannot be read; it is replaced key by key
  await browser.storage.local.clear();
  await browser.storage.local.set(everything);
}
