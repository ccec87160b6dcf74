import { readFileSync } from 'node:fs';
import type { BrowserContext, Page as Tab } from '@playwright/test';
import { leaveFigures } from '../figures';
import { addAuthenticator } from './authenticator';
import { expect, type Lanyard, test, VAULT_PASSWORD } from './fixtures';

/** The first five minutes, as a person goes through them. */

const MOST_INPUTS = 12;
/** The puzzle piece and the pin are the browser's own, and no driver reaches them. */
const PRESSES_TO_PIN = 2;

test.use({ granted: [] });

async function openWelcome(context: BrowserContext, lanyard: Lanyard): Promise<Tab> {
  const welcome = await context.newPage();
  await welcome.goto(`chrome-extension://${lanyard.id}/welcome.html`);
  return welcome;
}

/** Types the password twice and goes on. */
async function choosePassword(welcome: Tab): Promise<void> {
  await welcome.getByLabel('Password', { exact: true }).fill(VAULT_PASSWORD);
  await welcome.getByLabel('Repeat the password').fill(VAULT_PASSWORD);
  await welcome.keyboard.press('Enter');
}

test('from nothing to an accepted code, in at most twelve inputs', async ({ context, lanyard }) => {
  const inputs: string[] = [];
  /** One field filled, or one press. */
  const input = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    inputs.push(what);
    return act();
  };
  const welcome = await openWelcome(context, lanyard);
  await expect(welcome.getByText(/^Lanyard keeps the 2FA codes of your clinic's portals/)).toBeVisible();
  await expect(welcome.getByText(/Only a backup brings them back/)).toBeVisible();

  // 1: the password. It has the focus, and Enter goes on.
  await expect(welcome.getByLabel('Password', { exact: true })).toBeFocused();
  await input('password', () => welcome.keyboard.type(VAULT_PASSWORD));
  await input('repeated', () => welcome.getByLabel('Repeat the password').fill(VAULT_PASSWORD));
  await input('create', () => welcome.keyboard.press('Enter'));

  // 2: the recovery key, kept as a file; one group of it typed back.
  const download = welcome.waitForEvent('download');
  await input('save the key', () => welcome.getByRole('button', { name: 'Save as text' }).click());
  const kept = readFileSync(await (await download).path(), 'utf8');
  const groups = /(?:[0-9A-Z]{5} ){7}[0-9A-Z]{5}/.exec(kept)![0].split(' ');
  const asked = Number((await welcome.locator('.group-field label').textContent())!.match(/\d/)![0]);
  await expect(welcome.getByLabel(/^Group \d$/)).toBeFocused();
  await input('one group', () => welcome.keyboard.type(groups[asked - 1]!));

  // 3: pinned, and tried.
  await expect(welcome.getByRole('heading', { name: 'Lanyard is ready' })).toBeVisible();
  await expect(welcome.getByText(/then the pin beside Lanyard/)).toBeVisible();
  for (let press = 0; press < PRESSES_TO_PIN; press++) inputs.push("pin (the browser's own)");
  await welcome.evaluate(() => {
    const { action } = (globalThis as unknown as { chrome: { action: { getUserSettings: unknown } } }).chrome;
    action.getUserSettings = async () => ({ isOnToolbar: true });
  });
  await expect(welcome.getByText('It is pinned.')).toBeVisible();
  const popup = await input('toolbar', () => lanyard.popup(welcome));
  await popup.see('Found on this page');
  expect(await popup.text()).toContain('Practice clinic');
  await input('save the account', () => popup.press('Enter'));
  await popup.see('Saved.');
  // What the page says to do: the popup is closed by going there, and opened again by the icon.
  await expect(welcome.getByText(/Now the practice clinic asks for the code/)).toBeVisible();
  await input('copy', () => popup.press('Enter'));
  await popup.see(/^Copied/);
  await lanyard.closePopup();
  await welcome.bringToFront();
  await expect(welcome.getByLabel('Code', { exact: true })).toBeFocused();
  await input('code', () => welcome.keyboard.press('Control+V'));
  await expect(welcome.getByText(/The practice clinic accepted the code/)).toBeVisible();
  await input('remove', () => welcome.getByRole('button', { name: 'Remove the practice account' }).click());
  await expect(welcome.getByText(/nothing of it is left behind/)).toBeVisible();
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  expect([accounts, await lanyard.ask('accounts/trash')]).toEqual([[], []]);

  leaveFigures('first-run', {
    'First run': `${inputs.length} inputs (at most ${MOST_INPUTS}), ${PRESSES_TO_PIN} of them the browser's own to pin, with a practice account set up, used and removed`,
  });
  expect(inputs.length).toBeLessThanOrEqual(MOST_INPUTS);
});

test('the practice clinic really looks at the code', async ({ context, lanyard }) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/welcome.html#practice`);
  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page');
  await popup.click('Save');
  await popup.see('Saved.');
  await lanyard.closePopup();
  const { backupDue, ...snapshot } = await lanyard.ask('vault/snapshot', { tabId: null });
  expect(backupDue).toBe(false);
  const [account] = snapshot.accounts;
  const { code } = await lanyard.ask('codes/copy', { accountId: account!.id, which: 'now' });
  const box = tab.getByLabel('Code', { exact: true });
  await box.fill(code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)));
  await expect(tab.getByText(/not the code of this moment/)).toBeVisible();
  await box.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(tab.getByText(/accepted the code/)).toBeVisible();
});

test('no other page of ours is looked at, nor the practice clinic before its time', async ({
  context,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/welcome.html`);
  const popup = await lanyard.popup(tab);
  await popup.click('Look on this page');
  await popup.see(/^The browser lets no extension look at this page/);
});

test('a passkey wished for with the first password opens the vault too', async ({ context, lanyard }) => {
  const welcome = await openWelcome(context, lanyard);
  const session = await context.newCDPSession(welcome);
  await session.send('WebAuthn.enable');
  await addAuthenticator(session);
  await welcome.getByLabel(/^Also open it with a passkey/).check();
  await choosePassword(welcome);
  await expect(welcome.getByText('“This computer” opens the vault from now on.')).toBeVisible();
  await expect(welcome.locator('[data-group]')).toHaveCount(8);
  expect(await lanyard.ask('passkeys/list')).toMatchObject([{ name: 'This computer' }]);
  await lanyard.ask('vault/lock');
  expect(await lanyard.ask('vault/snapshot', { tabId: null })).toMatchObject({ hasPasskey: true });
});

test('a passkey that cannot be made leaves the vault, the key and the way on', async ({
  context,
  lanyard,
}) => {
  const welcome = await openWelcome(context, lanyard);
  const session = await context.newCDPSession(welcome);
  await session.send('WebAuthn.enable');
  await addAuthenticator(session, { hasUserVerification: false, isUserVerified: false });
  await welcome.getByLabel(/^Also open it with a passkey/).check();
  await choosePassword(welcome);
  await expect(welcome.getByText(/You can add one later in the settings/)).toBeVisible();
  await expect(welcome.locator('[data-group]')).toHaveCount(8);
  expect(await lanyard.ask('passkeys/list')).toEqual([]);
});

test('the first page opens by itself where a person installs it, and there alone', async ({
  context,
  lanyard,
}) => {
  const installed = (installType: string, reason: string) =>
    context.serviceWorkers()[0]!.evaluate(
      ({ installType, reason }) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            management: { getSelf(): Promise<{ installType: string }> };
            runtime: { onInstalled: { dispatch(details: { reason: string }): void } };
          };
        };
        chrome.management.getSelf = async () => ({ installType });
        chrome.runtime.onInstalled.dispatch({ reason });
      },
      { installType, reason },
    );
  const opened = () => context.pages().filter((page) => page.url().endsWith('/welcome.html')).length;
  // By then the browser has said by itself that it was installed.
  await (await context.newPage()).waitForTimeout(1000);
  await installed('normal', 'update');
  await installed('admin', 'install');
  await installed('development', 'install');
  await installed('normal', 'install');
  await expect.poll(opened).toBe(1);
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  await installed('normal', 'install');
  await (await context.newPage()).waitForTimeout(1000);
  expect(opened()).toBe(1);
});

test('an empty vault leads on: this page, a picture, the practice clinic', async ({ context, lanyard }) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/options.html`);
  const popup = await lanyard.popup(tab);
  await popup.see('Look on this page');
  await popup.see('Picture or camera');
  const opened = context.waitForEvent('page');
  await popup.click('Try it on the practice clinic');
  const practice = await opened;
  await expect(practice.getByAltText('QR code that sets up the practice account')).toBeVisible();
});
