import { drivePage } from './page.mjs';
import { attach } from './session.mjs';

const pause = (milliseconds = 25) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @template T
 * @param {() => Promise<T | undefined>} look
 * @param {string} what
 * @returns {Promise<T>}
 */
async function until(look, what, timeout = 10_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`not within ${timeout / 1000} s: ${what}`);
    await pause();
  }
}

/** The popup does not answer the pointer for half a second after something has moved under it. */
const REACTION = 600;

/** @typedef {{ targetId: string, type: string, url: string, title: string }} TargetInfo */

/** @param {import('./session.mjs').Transport} browser @param {object} [query] @returns {Promise<TargetInfo[]>} */
const targets = async (browser, query = {}) => (await browser.send('Target.getTargets', query)).targetInfos;

/** @param {string | RegExp} wanted @param {string} url */
const fits = (wanted, url) => (typeof wanted === 'string' ? url === wanted : wanted.test(url));

/**
 * Attaches to the page at this address, once there is one.
 * @param {import('./session.mjs').Transport} browser
 * @param {string | RegExp} url
 */
export async function findPage(browser, url) {
  const look = async () =>
    (await targets(browser)).find((target) => target.type === 'page' && fits(url, target.url));
  const { targetId } = await until(look, `a page at ${url}`);
  return drivePage(await attach(browser, targetId));
}

/** Opens a new tab. @param {import('./session.mjs').Transport} browser @param {string} [url] */
export async function openTab(browser, url) {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const page = drivePage(await attach(browser, targetId));
  if (url !== undefined) await page.navigate(url);
  return page;
}

/**
 * The real popup's target, if it is open.
 * @param {import('./session.mjs').Transport} browser
 * @param {string} extensionId
 */
export async function popupTarget(browser, extensionId) {
  const start = `chrome-extension://${extensionId}/popup.html`;
  return (await targets(browser)).find(({ url }) => url.startsWith(start));
}

/** Closes the popup if it is open. @param {import('./session.mjs').Transport} browser @param {string} extensionId */
export async function closePopup(browser, extensionId) {
  const open = await popupTarget(browser, extensionId);
  if (!open) return;
  // It may close by itself in this very moment.
  await browser.send('Target.closeTarget', { targetId: open.targetId }).catch(() => {});
  await until(
    async () => ((await popupTarget(browser, extensionId)) ? undefined : true),
    'the popup has closed',
  );
}

/**
 * Clicks the extension's icon in the toolbar while this tab is in front: grants `activeTab` for it and opens
 * the real popup, as a person's click does. A popup that is open already is closed first.
 * @param {import('./session.mjs').Transport} browser the browser's own session
 * @param {string} extensionId
 * @param {string | RegExp} tabUrl
 * @returns {Promise<import('./page.mjs').Page>}
 */
export async function clickToolbarIcon(browser, extensionId, tabUrl) {
  await closePopup(browser, extensionId);
  const tabs = async () => {
    const all = await targets(browser, { filter: [{ type: 'tab' }] });
    return all.find(({ url }) => fits(tabUrl, url));
  };
  const { targetId } = await until(tabs, `a tab at ${tabUrl}`);
  await browser.send('Target.activateTarget', { targetId });
  await browser.send('Extensions.triggerAction', { id: extensionId, targetId });
  return openedPopup(browser, extensionId);
}

/**
 * The popup that is being opened, by a click just made or by the extension itself.
 * @param {import('./session.mjs').Transport} browser
 * @param {string} extensionId
 * @returns {Promise<import('./page.mjs').Page>}
 */
export async function openedPopup(browser, extensionId) {
  const popup = await until(() => popupTarget(browser, extensionId), 'the popup has opened');
  const page = drivePage(await attach(browser, popup.targetId), { reaction: REACTION });
  await page.waitFor(`document.readyState === 'complete'`, 'the popup has loaded');
  return page;
}
