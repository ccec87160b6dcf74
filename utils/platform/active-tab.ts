import { browser } from 'wxt/browser';
import { fromBase64 } from '../bytes';
import { parseOrigin } from '../portals/origin';
import { keptOut } from './kept-out';
import { type Candidates, listCandidates } from './list-candidates';
import { runInPage } from './run-in-page';

export type { Candidates } from './list-candidates';

/** The tab under the popup, as far as the click on the toolbar lets us see it. */
export interface ActiveTab {
  readonly id: number;
  readonly windowId: number;
  /** The https origin; null for a browser page, a file or plain http. */
  readonly origin: string | null;
}

export async function findActiveTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return { id: tab.id, windowId: tab.windowId, origin: parseOrigin(tab.url ?? '') };
}

/** @throws Failure as `runInPage` */
export async function findCandidates(tabId: number): Promise<Candidates> {
  try {
    return await runInPage(tabId, listCandidates);
  } catch (thrown) {
    const own = candidatesOnOurPage(tabId);
    if (own) return own;
    throw thrown;
  }
}

/** No script is let into a page of ours, but pages of ours see each other: the practice clinic marks its set-up code. */
function candidatesOnOurPage(tabId: number): Candidates | null {
  // The types mean the browser's own windows; what comes are the pages' global objects.
  const [page] = browser.extension.getViews({ type: 'tab', tabId }) as unknown as (typeof globalThis)[];
  const code = page?.document.querySelector('[data-set-up-code]')?.getBoundingClientRect();
  if (!page || !code) return null;
  const { x, y, width, height } = code;
  return { innerWidth: page.innerWidth, rectangles: [{ x, y, width, height }] };
}

/**
 * One picture of what is visible, as a PNG file. Nothing of it is kept.
 * @throws Failure `not-capturable`, `closed-by-policy`
 */
export async function takePicture(windowId: number): Promise<Blob> {
  let address: string;
  try {
    address = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (thrown) {
    throw keptOut(thrown, 'not-capturable');
  }
  // Our content security policy does not let a data: address be fetched.
  return new Blob([fromBase64(address.slice(address.indexOf(',') + 1))], { type: 'image/png' });
}

/** What the site's own server says of the time, and when it was asked; null where it does not say. */
export interface ClockReading {
  /** Whose server answered. */
  readonly origin: string;
  readonly dateHeader: string;
  readonly ageHeader: string | null;
  readonly sentAt: number;
  readonly receivedAt: number;
}

export async function readSiteClock(tabId: number): Promise<ClockReading | null> {
  return runInPage(tabId, askSiteForTime).catch(() => null);
}

/** Runs in the page, so it must stand alone. The front page is asked: this page's own address may work only once. */
async function askSiteForTime(): Promise<ClockReading | null> {
  const sentAt = Date.now();
  const response = await fetch(new URL('/', location.href), {
    method: 'HEAD',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(3000),
  }).catch(() => null);
  const dateHeader = response?.headers.get('date');
  if (!response || !dateHeader || new URL(response.url).origin !== location.origin) return null;
  return {
    origin: location.origin,
    dateHeader,
    ageHeader: response.headers.get('age'),
    sentAt,
    receivedAt: Date.now(),
  };
}
