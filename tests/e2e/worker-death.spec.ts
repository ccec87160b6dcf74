import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import { createVaultWithSam, expect, logIn, ORIGIN, SAM, SECRET, test, VAULT_PASSWORD } from './fixtures';

/**
 * The demo clinic answers in a few milliseconds, before a dead worker is up again, and a browser drops what a page said
 * that is gone by then. A portal over a network takes at least this long.
 */
test.beforeEach(async ({ context }) => {
  await context.route('**/login', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await route.continue();
  });
});

test.describe('the worker is killed between every two steps', () => {
  test.describe('enrol', () => {
    test.use({ clinicOptions: { users: [{ ...SAM }] } });

    test('J1 all the same', async ({ context, clinic, lanyard }) => {
      await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/demo`);
      const popup = await lanyard.afterDeath(() =>
        lanyard.popup(tab).then(async (popup) => {
          await popup.see('Save');
          return popup;
        }),
      );
      const box = tab.locator('#verification-code');
      await lanyard.afterDeath(async () => {
        await popup.click('Save');
        await expect(box).toHaveValue(/^\d{6}$/);
      });
      await lanyard.closePopup();
      await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
      await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
      expect(clinic.user(SAM.email).twoFactorOn).toBe(true);
      const { accounts } = await lanyard.afterDeath(() => lanyard.ask('vault/snapshot', { tabId: null }));
      expect(accounts).toHaveLength(1);
    });
  });

  test('J2 all the same, unlocked', async ({ context, clinic, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/login`);
    await tab.getByLabel('E-mail address').fill(SAM.email);
    await tab.getByLabel('Password').fill(SAM.password);
    await lanyard.afterDeath(async () => {
      await tab.getByRole('button', { name: 'Log in' }).click();
      await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    });
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab).toHaveURL(/\/dashboard$/);
    expect(clinic.user(SAM.email).logins).toEqual(['code']);
  });

  test('J2 all the same, locked: prompt, popup, unlock', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await lanyard.afterDeath(() => logIn(tab));
    await expect(tab.getByRole('button', { name: 'Verify' })).toBeVisible();
    await tab.waitForTimeout(500);
    const popup = await lanyard.afterDeath(async () => {
      const popup = await lanyard.popup(tab);
      await popup.see({ name: 'Password', role: 'textbox' });
      return popup;
    });
    await lanyard.afterDeath(async () => {
      await popup.fill('Password', VAULT_PASSWORD);
      await popup.press('Enter');
      await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    });
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab).toHaveURL(/\/dashboard$/);
  });

  test('J3 and J12 all the same', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await logIn(tab);
    await expect(tab).toHaveURL(/\/login\/code$/);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
    const popup = await lanyard.afterDeath(async () => {
      const popup = await lanyard.popup(tab);
      await popup.see(/^Copy the code of Larkmoor/);
      return popup;
    });
    await lanyard.afterDeath(async () => {
      await popup.click(/^Copy the code of Larkmoor/);
      await popup.see(/^Copied\./);
    });
    await popup.click(/^Open Larkmoor/);
    await popup.click('Use on this site');
    await lanyard.afterDeath(async () => {
      await popup.click('Use on harbour.au1.clinic.example');
      await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    });
    expect(isCurrentCode(await tab.locator('#verification-code').inputValue(), SECRET)).toBe(true);
  });
});
