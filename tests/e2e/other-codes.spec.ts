import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, logIn, ORIGIN, test } from './fixtures';

/** Prompts that are not for a code of ours: said in the button, the popup and once in the page; never filled. */

const ADDRESS = `${ORIGIN}/made-up`;
const SMS = `<p>We sent a text message with an 8-digit code to the phone ending in 56.</p>
  <label for="code">SMS code</label><input id="code" name="sms_code" inputmode="numeric" maxlength="8"><a href="#">Resend code</a>`;
const ASK = `<p>Open your authenticator app. We sent a code to your registered email address.</p>
  <label for="code">Verification code</label><input id="code" inputmode="numeric" maxlength="6">`;
const MAIL = SMS.replaceAll('text message', 'e-mail')
  .replace('the phone ending in 56', 'your inbox')
  .replace('SMS code', 'Code from the e-mail')
  .replace('sms_code', 'email_code');

/** What the clinic answers to e-mail and password, and at an address of its own, in place of its own prompt. */
async function instead(tab: Tab, body: string): Promise<void> {
  const page = {
    contentType: 'text/html',
    body: `<!doctype html><title>Portal</title><h1>Log in</h1>${body}`,
  };
  await tab.route(`${ORIGIN}/login`, (route) =>
    route.request().method() === 'POST' ? route.fulfill(page) : route.continue(),
  );
  await tab.route(ADDRESS, (route) => route.fulfill(page));
}

const viewOf = async (lanyard: Lanyard, tabId: number) =>
  (await lanyard.ask('vault/snapshot', { tabId })).tab?.prompt ?? null;

const buttonOf = (lanyard: Lanyard, tabId: number) =>
  lanyard.arrange(async (tabId: number) => {
    const { action } = (
      globalThis as unknown as {
        chrome: {
          action: {
            getTitle(of: { tabId: number }): Promise<string>;
            getBadgeText(of: { tabId: number }): Promise<string>;
          };
        };
      }
    ).chrome;
    return [await action.getBadgeText({ tabId }), await action.getTitle({ tabId })];
  }, tabId);

/** How often a hint of ours came into the page: its host is the only child of ours, and nothing else is added there. */
const countHints = (tab: Tab) =>
  tab.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof HTMLDivElement) sessionStorage.hints = Number(sessionStorage.hints ?? 0) + 1;
      }).observe(document.documentElement, { childList: true });
    });
  });
const hints = (tab: Tab) => tab.evaluate(() => Number(sessionStorage.hints ?? 0));

test('J6 a portal that texts the code: said, and nothing is filled', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await instead(tab, SMS);
  await countHints(tab);
  await logIn(tab);
  const tabId = await lanyard.tabInFront();
  await expect.poll(() => viewOf(lanyard, tabId)).toBe('sms');
  await expect.poll(() => hints(tab)).toBe(1);
  expect(await buttonOf(lanyard, tabId)).toEqual([
    '–',
    'This page sends the code to your phone: nothing to fill.',
  ]);

  const popup = await lanyard.popup(tab);
  await popup.see('Larkmoor texts this code to your phone.');
  expect(await popup.has({ name: /^Fill/, role: 'button' })).toBe(false);
  await popup.see(/^Copy the code of Larkmoor/);
  await popup.click('Why?');
  await popup.see(/say that a code is sent|says that its code is sent|itself says so/);
  await lanyard.closePopup();

  // Whatever asks: the command, and the popup's own question to the worker.
  await lanyard.pressCommand('fill-code');
  const accountId = (await lanyard.ask('vault/snapshot', { tabId })).accounts[0]!.id;
  const { outcome } = await lanyard.ask('fill/active-tab', { tabId, accountId, again: true });
  expect(outcome).toBe('no-prompt');
  expect(await tab.locator('input').inputValue()).toBe('');

  // Said once for a login, and no longer spoken of when it is gone.
  await tab.goto(ADDRESS);
  await expect.poll(() => viewOf(lanyard, tabId)).toBe('sms');
  await tab.waitForTimeout(500);
  expect(await hints(tab)).toBe(1);
  await tab.evaluate(() => document.querySelector('input')!.remove());
  await expect.poll(() => viewOf(lanyard, tabId)).toBeNull();
  expect(await buttonOf(lanyard, tabId)).toEqual(['', 'Lanyard']);
});

test('a page opened by hand says nothing of itself; a mailed code is told from a texted one', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await instead(tab, MAIL);
  await countHints(tab);
  await tab.goto(ADDRESS);
  const tabId = await lanyard.tabInFront();
  await expect.poll(() => viewOf(lanyard, tabId)).toBe('email');
  await tab.waitForTimeout(500);
  expect(await hints(tab)).toBe(0);
  await lanyard.ask('vault/lock');
  await expect.poll(() => buttonOf(lanyard, tabId)).toEqual(['', expect.stringContaining('locked')]);
});

test('where the words disagree nothing goes by itself, and Fill is the answer', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await instead(tab, ASK);
  await logIn(tab);
  const tabId = await lanyard.tabInFront();
  await expect.poll(() => viewOf(lanyard, tabId)).toBe('ask');
  await tab.waitForTimeout(1500);
  expect(await tab.locator('#code').inputValue()).toBe('');
  const popup = await lanyard.popup(tab);
  await popup.see(/does not say clearly whether it wants the code from Lanyard/);
  await popup.click(/^Fill/);
  await expect(tab.locator('#code')).toHaveValue(/^\d{6}$/);
});
