import { drivePage, type Page } from '../../../scripts/lib/page.mjs';
import { closePopup, popupTarget } from '../../../scripts/lib/popup.mjs';
import { attach } from '../../../scripts/lib/session.mjs';
import { PROBE_SOURCE } from './builds.ts';
import type { Stage } from './stage.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const PAINTED = 'globalThis.notes?.paintedAt && notes';

/** A tab in which pages are timed as they are shipped: the driver puts the probe in, so that no file more is loaded. */
export async function openTimedPage({ lanyard }: Stage): Promise<Page> {
  const page = await lanyard.openTab();
  await page.session.send('Page.enable');
  await page.session.send('Page.addScriptToEvaluateOnNewDocument', { source: PROBE_SOURCE });
  return page;
}

/** From the start of the navigation to the task after the frame with the first code; milliseconds of the page's own clock. */
export async function timePage(
  { lanyard }: Stage,
  page: Page,
  file: string,
): Promise<{ code: number; painted: number }> {
  await page.navigate(`chrome-extension://${lanyard.id}/manifest.json`);
  await sleep(100);
  await page.session.send('Page.navigate', { url: `chrome-extension://${lanyard.id}/${file}` });
  const { codeAt, paintedAt } = await page.waitFor(PAINTED, 'a code is painted', 30_000);
  return { code: codeAt, painted: paintedAt };
}

/**
 * From the order to click, by this program's clock, to the paint, by the popup's. Both count from 1970 and are read off
 * the machine's one clock (`clockGap` says how far apart they are), and what the order takes on its way to the browser
 * is the same for the control, which is taken off.
 */
export async function timeClick({ lanyard, tabUrl }: Stage, extensionId: string): Promise<number> {
  const { browser } = lanyard;
  await closePopup(browser, extensionId);
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const { targetId } = targetInfos.find(({ url }: { url: string }) => url === tabUrl);
  await browser.send('Target.activateTarget', { targetId });
  await sleep(150);
  const clickedAt = performance.timeOrigin + performance.now();
  await browser.send('Extensions.triggerAction', { id: extensionId, targetId });
  await sleep(400); // nobody looks in while it opens
  const popup = await popupOf(lanyard, extensionId);
  const { origin, paintedAt } = await popup.waitFor(PAINTED, 'the popup is painted', 30_000);
  await closePopup(browser, extensionId);
  return origin + paintedAt - clickedAt;
}

/** Milliseconds by which a page's clock is ahead of this program's: the least certain of it is half the way there and back. */
export async function clockGap(page: Page): Promise<number> {
  const gaps: { gap: number; way: number }[] = [];
  for (let round = 0; round < 20; round++) {
    const before = performance.timeOrigin + performance.now();
    const there = await page.evaluate('performance.timeOrigin + performance.now()');
    const after = performance.timeOrigin + performance.now();
    gaps.push({ gap: there - (before + after) / 2, way: after - before });
  }
  return gaps.sort((a, b) => a.way - b.way)[0]!.gap;
}

async function popupOf({ browser }: Stage['lanyard'], extensionId: string): Promise<Page> {
  for (let tries = 0; tries < 100; tries++) {
    const target = await popupTarget(browser, extensionId);
    if (target) return drivePage(await attach(browser, target.targetId));
    await sleep(50);
  }
  throw new Error('the popup does not open');
}
