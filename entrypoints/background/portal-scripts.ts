import { browser } from 'wxt/browser';

export const CONTENT_SCRIPT = '/content-scripts/content.js';
/** What the content script reads a page's words with; sent for where there is a box that a code might be for. */
export const READER_SCRIPT = '/reader.js';
const ID = 'portals';

/**
 * Registers the content script for exactly the hosts the person granted. The registration outlives the worker but
 * not the browser, so this runs on install, on start-up and whenever a host is granted or taken back; and whenever a
 * worker starts, because the one before may have died in the midst of it. One run after the other.
 */
export function registerPortalScripts(): Promise<void> {
  const next = turn.then(register);
  turn = next.catch(() => {});
  return next;
}

let turn: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const { scripting } = browser;
  const [matches, [registered]] = await Promise.all([
    grantedHosts(),
    scripting.getRegisteredContentScripts({ ids: [ID] }),
  ]);
  if (`${[...(registered?.matches ?? [])].sort()}` === `${[...matches].sort()}`) return;
  if (matches.length === 0) return scripting.unregisterContentScripts({ ids: [ID] });
  // Never unregistered first: a worker that died in between would leave no script at all.
  await (registered ? scripting.updateContentScripts : scripting.registerContentScripts)([
    {
      id: ID,
      js: [CONTENT_SCRIPT],
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: false,
    },
  ]);
}

/** Registering does not reach pages that are open already. The script itself sees to running once in each. */
export async function injectIntoOpenTabs(): Promise<void> {
  const matches = await grantedHosts();
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id!, allFrames: true }, files: [CONTENT_SCRIPT] }),
    ),
  );
}

/** Match patterns of single https hosts. A wider grant, made in the browser's own settings, is not used. */
async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^https:\/\/[^*/]+\/\*$/.test(pattern));
}

/** @throws the browser's error where the frame is gone, or not ours to enter */
export async function bringReader(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [READER_SCRIPT] });
}

/** Into a tab where it does not run by itself, by the click on the toolbar alone. A page that we may not enter stays as it is. */
export async function bringScript(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT] }).catch(() => {});
}
