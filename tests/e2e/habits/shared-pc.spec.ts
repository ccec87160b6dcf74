import type { Page as Tab } from '@playwright/test';
import { expectedCode } from '../../../scripts/lib/codes.mjs';
import {
  createVaultWithSam,
  expect,
  type Lanyard,
  logIn,
  ORIGIN,
  SAM,
  SECRET,
  test,
  VAULT_PASSWORD,
} from '../fixtures';
import { alarmPeriod, fireAlarm, set, statusOf } from './settings';

const around = () => [-30_000, 0, 30_000].map((shift) => expectedCode(SECRET, Date.now() + shift));

async function copyIn(lanyard: Lanyard, tab: Tab, said: string | RegExp): Promise<string> {
  const popup = await lanyard.popup(tab);
  await popup.click('Copy');
  await popup.see(said);
  await lanyard.closePopup();
  await tab.bringToFront();
  return tab.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
});

test('locks once a code was copied; without the switch it stays open', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  expect(around()).toContain(await copyIn(lanyard, tab, /^Copied\.(?! Locked)/));
  expect(await statusOf(lanyard)).toBe('unlocked');

  await set(lanyard, { sharedPc: true });
  expect(around()).toContain(await copyIn(lanyard, tab, 'Copied. Locked again.'));
  expect(await statusOf(lanyard)).toBe('locked');
});

test('a popup that closes before it can say that it copied leaves an alarm that locks', async ({
  lanyard,
}) => {
  const accountId = await createVaultWithSam(lanyard);
  await set(lanyard, { sharedPc: true });
  await lanyard.ask('codes/copy', { accountId, which: 'now' });
  await lanyard.killWorker();
  expect(await statusOf(lanyard)).toBe('unlocked');
  expect(await fireAlarm(lanyard, 'lock-after-use')).toBe(true);
  await expect.poll(() => statusOf(lanyard)).toBe('locked');
});

test('locks once a login was filled, and the portal takes the code', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard);
  await set(lanyard, { sharedPc: true });
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await expect.poll(() => statusOf(lanyard)).toBe('locked');
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab).toHaveURL(/\/dashboard$/);
  expect(clinic.user(SAM.email).logins).toEqual(['code']);

  // The next login is armed as ever, once somebody has unlocked.
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  await context.clearCookies();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 70_000 });
  await expect.poll(() => statusOf(lanyard)).toBe('locked');
});

test('from the popup: filled, said, locked', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/edit', {
    ...{ accountId, issuer: 'Larkmoor', account: SAM.email },
    ...{ fillsItself: false, submits: false },
  });
  await set(lanyard, { sharedPc: true });
  const tab = await context.newPage();
  await logIn(tab);
  await tab.locator('#verification-code').waitFor();
  const popup = await lanyard.popup(tab);
  await popup.click('Fill');
  await popup.see('Filled. Locked again.');
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  expect(await statusOf(lanyard)).toBe('locked');
});

test.describe('a set-up', () => {
  test.use({ clinicOptions: { users: [{ ...SAM }] } });

  test('is walked to its end; the next code locks', async ({ context, lanyard }) => {
    test.setTimeout(90_000);
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    await set(lanyard, { sharedPc: true });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.click('Save');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
    await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
    await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
    const seen = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts;
    await expect.poll(seen, { timeout: 20_000 }).toMatchObject([{ verifiedAt: expect.any(Number) }]);
    expect(await statusOf(lanyard)).toBe('unlocked');
    await lanyard.closePopup();
    await tab.goto(`${ORIGIN}/plain`);
    await copyIn(lanyard, tab, 'Copied. Locked again.');
    expect(await statusOf(lanyard)).toBe('locked');
  });
});

for (const ticks of [true, false])
  test(`the box that remembers this browser, ${ticks ? 'ticked: a word of warning' : 'left empty: none'}`, async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    await set(lanyard, { sharedPc: true });
    const tab = await context.newPage();
    await logIn(tab);
    await expect(tab.locator('.code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
    if (ticks) await tab.locator('[name=remember]').check();
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab.getByRole('button', { name: 'Log out' })).toBeVisible();
    const popup = await lanyard.popup(tab);
    await popup.see('Lanyard is locked');
    const warning = /^You let this site remember this browser\. On a shared PC/;
    if (ticks) await popup.see({ name: warning, role: 'StaticText' });
    else {
      await tab.waitForTimeout(1_000);
      expect(await popup.has({ name: warning, role: 'StaticText' })).toBe(false);
    }
    if (!ticks) return;
    await popup.fill('Password', VAULT_PASSWORD);
    await popup.press('Enter');
    await popup.see({ name: 'Shared PC', role: 'heading' });
    await popup.see({ name: warning, role: 'StaticText' });
  });

test('what it governs is shown as governed, and comes back as it was', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const section = async (name: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/options.html#${name}`);
    return page;
  };
  const security = await section('security');
  const idle = security.getByLabel('Minutes without keyboard or mouse');
  await idle.fill('7');
  await idle.blur();
  await expect.poll(() => alarmPeriod(lanyard, 'auto-lock')).toBe(3);
  const here = await section('this-pc');
  const shared = here.getByLabel('Others use this computer and this browser too');
  const dots = here.getByLabel('Show codes as dots');
  await shared.check();
  await expect(dots).toBeDisabled();
  await expect(dots).toBeChecked();
  await expect(here.getByText('Shared PC decides this.')).toBeVisible();
  await expect.poll(() => alarmPeriod(lanyard, 'auto-lock')).toBe(1); // also of the vault that is open already
  await expect(idle).toBeDisabled();
  await expect(idle).toHaveValue('2');
  await expect(security.getByText('Shared PC decides this.')).toBeVisible();
  await expect.poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).hidesCodes).toBe(true);
  await shared.uncheck();
  await expect(idle).toHaveValue('7');
  await expect(idle).toBeEnabled();
  await expect(dots).not.toBeChecked();
});
