import type { Page } from '../../../scripts/lib/page.mjs';
import { clickToolbarIcon, closePopup } from '../../../scripts/lib/popup.mjs';
import type { Row } from '../main.ts';
import { ORIGIN, type Stage } from './stage.ts';

const SETTLED = 1500;
const sum = (popup: Page) => popup.evaluate('notes.shift');
const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED));

/** What moves by itself once the first code is there, as the browser adds it up: 0 is nothing. */
export async function measureShift({ lanyard, tab, tabUrl }: Stage): Promise<Row> {
  const { browser, id } = lanyard;
  const popup = await clickToolbarIcon(browser, id, tabUrl);
  await popup.waitFor('globalThis.notes?.paintedAt', 'the popup is painted');
  await settled();
  const list = await sum(popup);
  await popup.evaluate(`document.querySelectorAll('[data-stop]')[1].click()`);
  await settled();
  const copied = (await sum(popup)) - list;
  await closePopup(browser, id);

  await tab.navigate(`${ORIGIN}/demo`); // leads on to the set-up page
  const there = await clickToolbarIcon(browser, id, await tab.evaluate('location.href'));
  await there.see('Found on this page', 30_000);
  await settled();
  const found = await sum(there);
  await closePopup(browser, id);
  await tab.navigate(tabUrl);
  return { 'list and site card': list, 'a code is copied': copied, 'the found card comes': found };
}
