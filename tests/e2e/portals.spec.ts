import { expect, SAM, SECRET, test, VAULT_PASSWORD } from './fixtures';

/** What the catalogue powers. Hosts of real portals are led to the demo clinic, which answers under any name. */

const CLINIKO = 'https://harbour.au1.cliniko.com';
const CLINIKO_KEY_URI = `otpauth://totp/Cliniko:${SAM.email}?secret=${SECRET}&issuer=Cliniko`;

test.describe('an account of a portal that the catalogue knows', () => {
  test.use({ granted: [`${CLINIKO}/*`] });

  test('its page says what the portal’s help says, with where and when that was read', async ({
    context,
    lanyard,
  }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const account = { keyUri: CLINIKO_KEY_URI, origin: CLINIKO, tabId: null, same: 'ask' } as const;
    await lanyard.ask('accounts/add', account);
    const tab = await context.newPage();
    await tab.goto(`${CLINIKO}/login`);
    const popup = await lanyard.popup(tab);
    await popup.click({ name: /^Open Cliniko/, role: 'button' });
    await popup.see('From Cliniko’s help');
    const text = await popup.text();
    expect(text).toContain('My info › 2 factor authentication › Generate backup codes');
    expect(text).toContain('Cliniko’s terms do not say clearly');
    expect(text).toMatch(/Read on .*2026/);
    await popup.see({ name: 'help.cliniko.com', role: 'link' });
  });
});
