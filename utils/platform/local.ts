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
