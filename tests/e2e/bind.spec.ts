import { createVaultWithSam, expect, logIn, ORIGIN, SAM, test } from './fixtures';

test('J12 use on this site: said, agreed to, filled', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard, null);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab).toHaveURL(/\/login\/code$/);
  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.click('Use on this site');
  await popup.see(/This lets Lanyard give .*'s code to harbour\.au1\.clinic\.example/);
  await popup.click('Use on harbour.au1.clinic.example');
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab).toHaveURL(/\/dashboard$/);
  expect(clinic.user(SAM.email).logins).toEqual(['code']);
});

test('hosts are listed, added and removed on the account’s page', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const origins = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.origins;
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.fill('Another site', 'app.portal.example');
  await popup.click('Add');
  await popup.see(/This lets Lanyard give .*'s code to app\.portal\.example/);
  await popup.click('Use on app.portal.example');
  await expect.poll(origins).toEqual([ORIGIN, 'https://app.portal.example']);
  // The browser's question about that host may have closed the popup.
  const again = await lanyard.popup(tab);
  await again.click(/^Open Larkmoor/);
  await again.click('Stop using on harbour.au1.clinic.example');
  await expect.poll(origins).toEqual(['https://app.portal.example']);
});

test('an account is removed, and comes back', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const count = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts.length;
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.click('Remove account');
  await popup.see('Account removed');
  expect(await count()).toBe(0);
  await popup.click('Undo');
  await expect.poll(count).toBe(1);
});
