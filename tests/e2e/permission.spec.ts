import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withHostsGranted } from '../../scripts/lib/granted-build.mjs';
import { BUILT, expect, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

/**
 * The shipped build, with nothing granted. Headless, the browser's question stays open for ever: what must hold
 * whatever the answer is seen here. The answers themselves are given in `permission-answered.spec.ts`, and in Firefox.
 */
test.describe('the browser’s question about the host', () => {
  test.use({ granted: [], clinicOptions: { users: [{ ...SAM }] } });

  for (const popupStays of [true, false]) {
    test(`unanswered, with the popup ${popupStays ? 'open' : 'gone in the same moment'}`, async ({
      context,
      clinic,
      lanyard,
    }) => {
      await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/demo`);
      const popup = await lanyard.popup(tab);
      await popup.see('Save');
      await popup.click('Save');
      if (!popupStays) await lanyard.closePopup();
      await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
      await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
      await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
      expect(clinic.user(SAM.email).twoFactorOn).toBe(true);
      await lanyard.closePopup();
      const again = await lanyard.popup(tab);
      await again.see(/^Saved\. The first code is in the page/);
    });
  }

  test('a popup opened again while the first code is under way hears how it went', async ({
    context,
    lanyard,
  }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    await lanyard.setClock(27_100); // under three seconds left: the code is waited for
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see('Save');
    await popup.press('Enter');
    await lanyard.closePopup();
    const again = await lanyard.popup(tab);
    await again.see(/^Saved\. Putting the first code into the page/);
    await again.see(/^Saved\. The first code is in the page/);
  });
});

test('the build these tests run differs from the shipped one in its host_permissions and nothing else', () => {
  const copy = withHostsGranted(BUILT, test.info().outputPath('granted'), [`${ORIGIN}/*`]);
  const read = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const { host_permissions, ...rest } = read(copy);
  expect(host_permissions).toEqual([`${ORIGIN}/*`]);
  expect(rest).toEqual(read(BUILT));
});
