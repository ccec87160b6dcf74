import { createVaultWithSam, expect, logIn, ORIGIN, test, VAULT_PASSWORD } from './fixtures';
import { driveLanyard, sessionOf } from './lanyard';

test('after the browser was closed: locked, nothing lost, and the granted host is served again', async ({
  context,
  lanyard,
  launch,
}) => {
  const accountId = await createVaultWithSam(lanyard);
  await context.close();
  const again = await launch();
  const after = await driveLanyard(again, await sessionOf(again));
  expect((await after.ask('vault/snapshot', { tabId: null })).status).toBe('locked');
  await after.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  expect((await after.ask('vault/snapshot', { tabId: null })).accounts).toMatchObject([{ id: accountId }]);
  const tab = await again.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
});

test('a portal’s page that was open already is served as soon as the extension is there', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/login`);
  await lanyard.reload();
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  await tab.bringToFront();
  // Same document: the script of the extension as it was before is an orphan and must stay silent.
  await tab.getByLabel('E-mail address').fill('sam@harbourphysio.example');
  await tab.getByLabel('Password').pressSequentially('calm-harbour-tide');
  await tab.getByRole('button', { name: 'Log in' }).click();
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
});

test('the options page lists the granted host and keeps the lock times', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html#sites`);
  await expect(page.getByText('harbour.au1.clinic.example')).toBeVisible();
  await page.getByRole('link', { name: 'Security' }).click();
  const minutes = page.getByLabel('Minutes without keyboard or mouse');
  await minutes.fill('3');
  await minutes.press('Tab');
  await page.reload();
  await expect(minutes).toHaveValue('3');
  await minutes.fill('0');
  await minutes.press('Tab');
  await expect(page.getByText('A whole number from 1 to 60.')).toBeVisible();
  await page.reload();
  await expect(minutes).toHaveValue('3');
  await page.getByRole('button', { name: 'Lock now' }).click();
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).status).toBe('locked');
});
