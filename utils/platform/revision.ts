import { browser } from 'wxt/browser';

const KEY = 'revision';

/** Says that what a page shows may have changed. The worker calls it after every write, lock and unlock. */
export async function bumpRevision(): Promise<void> {
  // Nobody compares revisions, they only see that it moved; a random one needs no read, so two bumps cannot lose each other.
  await browser.storage.session.set({ [KEY]: crypto.randomUUID() });
}

/** Calls back whenever the revision moves, until the returned function is called. */
export function watchRevision(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && KEY in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
