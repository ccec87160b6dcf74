import type { Page } from '../../../scripts/lib/page.mjs';
import { createVaultWithSam, expect, JANE_KEY_URI, logIn, ORIGIN, test, VAULT_PASSWORD } from '../fixtures';
import { handsOn } from './hands';

/*
 * The popup without a mouse: each journey by keys alone, from what has the focus when it opens. After every key something
 * has the focus, and is seen to have it (`hands.ts`).
 */
const status = (popup: Page) =>
  popup.evaluate(
    `[...document.querySelectorAll('[role=status], [role=alert]')].map((e) => e.textContent.trim()).filter(Boolean).join(' ')`,
  );
const says = (popup: Page, words: string | RegExp) =>
  expect.poll(() => status(popup), { message: 'what is announced' }).toMatch(words);

test.describe('by keys alone, in the popup', () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  });

  test('unlock, search, copy, and back to all accounts', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    await lanyard.ask('accounts/add', { keyUri: JANE_KEY_URI, origin: null, tabId: null, same: 'ask' });
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    const hands = handsOn(popup);
    await hands.stands('Password');
    await hands.type('not this one');
    await hands.goTo('Unlock');
    await hands.press('Enter');
    await says(popup, /password/i);
    await hands.stands('Unlock');
    await hands.goTo('Password', 'Shift+Tab');
    await hands.type(VAULT_PASSWORD);
    await hands.press('Enter');
    await hands.stands('Search accounts');
    await hands.type('jane');
    await hands.press('ArrowDown');
    await hands.stands(/^Copy the code of .*jane/);
    await hands.press('Enter');
    await says(popup, /^Copied\./);
    await hands.press('Escape');
    await hands.stands('Search accounts');
    expect(await popup.evaluate(`document.querySelectorAll('[data-account]').length`)).toBe(2);
    await lanyard.closePopup();
  });

  test('fill what the page asks for', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/edit', {
      ...{ accountId, issuer: 'Larkmoor', account: 'sam' },
      fillsItself: false,
      submits: false,
    });
    const tab = await context.newPage();
    await logIn(tab);
    await tab.locator('#verification-code').waitFor();
    const popup = await lanyard.popup(tab);
    await popup.evaluate('window.close = () => {}');
    await popup.see('Fill');
    const hands = handsOn(popup);
    await hands.stands('Search accounts');
    await hands.press('Enter');
    await says(popup, /^Filled on harbour/);
    await expect(tab.locator('#verification-code')).not.toHaveValue('');
    await lanyard.closePopup();
  });

  test('add the account of a set-up page, and put away what was said', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(JANE_KEY_URI)}`);
    const popup = await lanyard.popup(tab);
    await popup.see('Save');
    const hands = handsOn(popup);
    await hands.goTo('Not now');
    await hands.press('Escape');
    await hands.stands('Search accounts');
    expect(await popup.has('Save')).toBe(false);
    await hands.goTo('Look on this page');
    await hands.press('Enter');
    await popup.see('Save');
    await hands.goTo(/^Save/);
    await hands.press(' ');
    await says(popup, /^Saved\./);
    await lanyard.closePopup();
  });

  test('type a key by hand; Escape goes back', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Add account');
    const hands = handsOn(popup);
    await hands.goTo('Add account');
    await hands.press('Enter');
    await hands.stands(/^Key/);
    await hands.press('Escape');
    await hands.stands('Search accounts');
    await hands.goTo('Add account');
    await hands.press('Enter');
    await hands.stands(/^Key/);
    await hands.type('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    await hands.goTo('Portal');
    await hands.type('Halaxy');
    await hands.press('Enter');
    await popup.see('Save');
    await hands.goTo(/^Save/);
    await hands.press('Enter');
    await says(popup, /^Saved\./);
    await lanyard.closePopup();
  });

  test('an account: change, a host, recovery codes, remove and undo', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see(/^Open Larkmoor/);
    const hands = handsOn(popup);
    await hands.goTo(/^Open Larkmoor/);
    await hands.press('Enter');
    await hands.stands('Back');

    await hands.goTo('Use on this site');
    await hands.press('Enter');
    await hands.stands(/^Use on/);
    await hands.press('Escape');
    await hands.stands('Use on this site');

    await hands.goTo('Add recovery codes');
    await hands.press('Enter');
    await hands.stands(/codes/i);
    await hands.type('k7mpq-2xwva');
    await hands.press('Enter');
    await hands.type('nhtrb-9cdef');
    await hands.goTo(/^Keep/);
    await hands.press('Enter');
    await popup.see('Show');
    await hands.goTo('Show');
    await hands.press('Enter');
    await hands.stands(/password/i);
    await hands.type(VAULT_PASSWORD);
    await hands.press('Enter');
    await popup.see('nhtrb-9cdef');
    await hands.goTo(/^Mark k7mpq/);
    await hands.press('Escape');
    await hands.stands('Add more');

    await hands.goTo('Account');
    await hands.type('at the desk');
    await hands.press('Enter');
    await says(popup, /Saved\./);

    await hands.goTo('Remove account');
    await hands.press('Enter');
    await hands.stands('Search accounts');
    await popup.see('Account removed');
    await hands.goTo('Undo');
    await hands.press('Enter');
    await popup.see(/^Open Larkmoor/);
    await hands.stands('Search accounts');
    await lanyard.closePopup();
  });
});
