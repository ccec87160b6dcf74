import { expectedCode } from '../../../scripts/lib/codes.mjs';
import type { Page } from '../../../scripts/lib/page.mjs';
import { findPage } from '../../../scripts/lib/popup.mjs';
import {
  createVaultWithSam,
  expect,
  JANE_KEY_URI,
  JANE_SECRET,
  logIn,
  ORIGIN,
  SECRET,
  test,
} from '../fixtures';
import { set } from './settings';

/** Codes that live now, and those before and after. */
const living = () =>
  [SECRET, JANE_SECRET].flatMap((secret) =>
    [-30_000, 0, 30_000, 60_000].map((shift) => expectedCode(secret, Date.now() + shift)),
  );

/** All that a person, a screen reader or a page's title tells. */
async function told(popup: Page): Promise<string> {
  const { nodes } = await popup.session.send('Accessibility.getFullAXTree');
  const names = nodes.map((node: { name?: { value?: string } }) => node.name?.value ?? '');
  const markup = await popup.evaluate('document.documentElement.outerHTML + document.title');
  return [...names, await popup.text(), markup].join('\n').replace(/[\s\u2009]|<[^>]*>/g, '');
}

const codesIn = (text: string) => living().filter((code) => text.includes(code));

test('hidden, no code is in the popup at all; the eye shows one, and hides it again', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/add', { keyUri: JANE_KEY_URI, origin: null, tabId: null, same: 'ask' });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);

  // The control: without the setting both are read.
  const open = await lanyard.popup(tab);
  await open.see('Fill');
  expect(codesIn(await told(open)).length).toBeGreaterThanOrEqual(2);
  expect(await open.has('Show the code')).toBe(false);
  await lanyard.closePopup();

  await set(lanyard, { hidesCodes: true });
  const popup = await lanyard.popup(tab);
  await popup.see({ name: 'Code hidden', role: 'image' });
  expect(codesIn(await told(popup))).toEqual([]);

  await popup.click('Show the code');
  await popup.see('Hide the code');
  const shown = codesIn(await told(popup));
  expect(shown.length).toBeGreaterThanOrEqual(1);
  expect(shown.every((code) => living().slice(0, 4).includes(code))).toBe(true); // Sam’s alone
  await popup.click('Hide the code');
  await popup.see('Show the code');
  expect(codesIn(await told(popup))).toEqual([]);

  await popup.click({ name: /^Open Larkmoor/, role: 'button' });
  await popup.see('Show the code');
  expect(codesIn(await told(popup))).toEqual([]);
});

test('hidden codes are filled and copied all the same, and a small window hides them too', async ({
  context,
  browserSession,
  lanyard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  await createVaultWithSam(lanyard);
  await set(lanyard, { hidesCodes: true });
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  const popup = await lanyard.popup(tab);
  await popup.click('Copy');
  await popup.see(/^Copied\./);
  expect(codesIn(await told(popup))).toEqual([]);
  await popup.click({ name: /^Open Larkmoor/, role: 'button' });
  await popup.click('Keep open in a small window');
  const small = await findPage(browserSession, /popup\.html#keep-open=/);
  await small.see('Show the code');
  expect(codesIn(await told(small))).toEqual([]);
  await tab.bringToFront();
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  expect(living()).toContain(copied);
});

test('hidden at once in a popup that is open while the setting changes', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.see('Fill');
  await set(lanyard, { hidesCodes: true });
  await popup.see('Show the code');
  expect(codesIn(await told(popup))).toEqual([]);
});
