import { createVaultWithSam, expect, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

test('without a network everything is as it was: unlock, read a code, copy it', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  await lanyard.ask('vault/lock');
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await context.setOffline(true);
  await expect(tab.evaluate(() => fetch('/login'))).rejects.toThrow(/Failed to fetch/);

  const popup = await lanyard.popup(tab);
  await popup.see('Unlock');
  await popup.type(VAULT_PASSWORD);
  await popup.press('Enter');
  await popup.see(/Larkmoor/);
  expect(await popup.text()).toMatch(/\d{6}/);
  await popup.click(/^Copy/);
  await popup.see(/copied/i);
});
