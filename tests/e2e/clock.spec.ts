import type { Clinic } from '../clinic/clinic.ts';
import { createVaultWithSam, expect, logIn, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

/** A portal that refuses a code: is it our clock? The portal's is set in the clinic; ours is the machine's. */

const asked = (clinic: Clinic) =>
  clinic.requests.filter(({ method, path }) => method === 'HEAD' && path === '/').length;

const refuse = async (tab: import('@playwright/test').Page) => {
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab.getByRole('alert')).toBeVisible();
};

test('94 seconds slow: it is said, corrected by a press, and taken back by another', async ({
  context,
  clinic,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  clinic.setClock(94_000);
  const tab = await context.newPage();
  await refuse(tab);
  const clock = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).clock;
  await expect.poll(async () => (await clock()).error?.offered).toBe(true);
  expect(Math.abs((await clock()).error!.skew + 94)).toBeLessThanOrEqual(1);
  expect((await clock()).offset).toBe(0); // never silent

  const popup = await lanyard.popup(tab);
  await popup.see(/clock is 9[345] seconds slow/);
  await popup.click('Correct it in Lanyard');
  await expect.poll(async () => Math.abs((await clock()).offset - 94)).toBeLessThanOrEqual(1);
  await popup.click('Fill');
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 20_000 });
  await lanyard.closePopup();
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab).toHaveURL(/\/dashboard$/);

  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${lanyard.id}/options.html`);
  await settings.getByRole('button', { name: 'Use the computer' }).click();
  await expect.poll(clock).toEqual({ error: null, offset: 0 });
});

test('a right clock: a refusal is no reason to speak of it', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard);
  clinic.setClock(4_000);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await tab.locator('#verification-code').fill('000000');
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab.getByRole('alert')).toBeVisible();
  // The control: the portal was asked for the time.
  await expect.poll(() => asked(clinic)).toBe(1);
  await tab.waitForTimeout(500);
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).clock).toEqual({ error: null, offset: 0 });
});

test('a single-page app that keeps its box: the refusal is seen there too', async ({
  context,
  clinic,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  clinic.setClock(-300_000);
  const tab = await context.newPage();
  await logIn(tab, `${ORIGIN}/v/spa/login`);
  await expect(tab.locator('#one-time-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).clock.error?.skew ?? 0)
    .toBeGreaterThan(290);
});

test.describe('at enrolment', () => {
  test.use({ clinicOptions: { users: [{ ...SAM }] } });

  test('said before saving, with what to do; corrected by a press, the portal takes the code', async ({
    context,
    clinic,
    lanyard,
  }) => {
    clinic.setClock(94_000);
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see(/clock is 9[345] seconds slow\. Codes will be refused until it is right\. Set it in/);
    await popup.click('Save');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    await lanyard.closePopup();
    await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
    await expect(tab.getByRole('alert')).toContainText('clock');

    const again = await lanyard.popup(tab);
    await again.click('Correct it in Lanyard');
    await again.click('Fill');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 20_000 });
    await lanyard.closePopup();
    await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
    await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
  });
});
