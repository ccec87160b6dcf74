import type { BrowserContext, Page as Tab } from '@playwright/test';
import type { Page } from '../../../scripts/lib/page.mjs';
import { SAM } from '../../clinic/portals/people.ts';
import { createVisitor } from '../../clinic/visitor.ts';
import { expect, test, VAULT_PASSWORD } from '../fixtures';
import { toNextStep } from './next-step';

/** List C of the seed facts: app-store codes beside the one that counts, and a program on the desk that only needs copying. */

const HOST = 'tarnbeck.clinic.example';
const ORIGIN = `https://${HOST}`;

test.use({ granted: [] });

/** A picture of a part of the screen, as the keys for one leave it on the clipboard, put into the popup. */
async function pastePicture(popup: Page, picture: Buffer): Promise<void> {
  await popup.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${picture.toString('base64')}'), (c) => c.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'screen.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
}

async function pictureOf(tab: Tab, address: string): Promise<Buffer> {
  await tab.goto(address);
  return tab.screenshot();
}

async function copied(context: BrowserContext): Promise<string> {
  const tab = context.pages().find((page) => page.url().startsWith(ORIGIN))!;
  await tab.bringToFront();
  return tab.evaluate(() => navigator.clipboard.readText());
}

test('J3 app-store codes are refused, the third is taken; the program is given copied codes and no page any', async ({
  context,
  clinic,
  lanyard,
}) => {
  const program = createVisitor(clinic.port, HOST);
  const logIn = async (code?: string) =>
    JSON.parse(
      (await program.postJson('/program/log-in', { user: SAM.email, password: SAM.password, code })).body,
    );
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });

  // C5: the help page shows where to get an app, and nothing to enrol.
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/help`);
  const help = await lanyard.popup(tab);
  await help.see(/link to apps\.example, not a 2FA set-up code/);
  expect(await help.has({ name: 'Save', role: 'button' })).toBe(false);
  await lanyard.closePopup();

  // C7, C8: on the page that shows all three, the one that counts is found, by itself.
  expect(await logIn()).toEqual({ answer: 'link' });
  const screen = await pictureOf(tab, `${ORIGIN}/link?user=${SAM.email}`);
  const onPage = await lanyard.popup(tab);
  await onPage.see('Found on this page');
  await onPage.see(SAM.email);
  await lanyard.closePopup();

  // The same as a picture of the program's screen: no site has anything to do with it.
  await tab.goto(`${ORIGIN}/program?user=${SAM.email}`);
  const popup = await lanyard.popup(tab);
  await popup.click('Add account');
  await pastePicture(popup, screen);
  await popup.see('Ready to save');
  await popup.click(`Use it on ${HOST}`);
  await popup.click('Save');
  await popup.see(/^Saved/);
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  expect(accounts).toMatchObject([{ issuer: 'Tarnbeck Office', account: SAM.email, origins: [] }]);
  await lanyard.closePopup();

  // C9, C10: copied, and typed into the program.
  const copyFor = async () => {
    const shown = await lanyard.popup(tab);
    await shown.see({ name: 'Search accounts', role: 'searchbox' });
    await shown.type('ta');
    await shown.press('Enter');
    await shown.see(/^Copied\./);
    await lanyard.closePopup();
    return copied(context);
  };
  const linked = await program.postJson('/program/link', { user: SAM.email, code: await copyFor() });
  expect(JSON.parse(linked.body)).toEqual({ answer: 'open' });
  expect(await logIn()).toEqual({ answer: 'code' });
  await toNextStep(lanyard);
  expect(await logIn(await copyFor())).toEqual({ answer: 'open' });
  expect(clinic.portals.tarnbeck.user(SAM.email)).toMatchObject({ logins: ['code'], failures: 0 });
});
