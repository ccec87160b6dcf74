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
    await popup.see('About Cliniko');
    const text = await popup.text();
    expect(text).toContain('My info › 2 factor authentication › Generate backup codes');
    expect(text).toContain('Cliniko’s terms do not say clearly');
    expect(text).toMatch(/Read on these pages on .*2026/);
    await popup.see({ name: 'help.cliniko.com', role: 'link' });
  });
});

test.describe('a portal that sends its codes', () => {
  const THERAPY = 'https://portal.therapyappointment.com';
  test.use({ granted: [], clinicOptions: { users: [{ ...SAM }] } });

  test('is told apart before it asks, on the click alone; a set-up code it shows all the same is found', async ({
    context,
    lanyard,
  }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${THERAPY}/login`);
    const popup = await lanyard.popup(tab);
    await popup.see('TherapyAppointment sends its codes by text message or phone call.');
    await popup.see(/Lanyard cannot make these\. That is from its help, read on .*2026/);
    await lanyard.closePopup();

    await tab.goto(`${THERAPY}/demo`);
    const again = await lanyard.popup(tab);
    await again.see('Found on this page');
    await again.see('TherapyAppointment sends its codes by text message or phone call.');
    await again.click('Save');
    await expect
      .poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts.length)
      .toBe(1);
  });

  test('and no other is (control)', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto('https://portal.therapyappointment.com.clinic.example/login');
    const popup = await lanyard.popup(tab);
    await popup.see(/No accounts yet|Add account/);
    expect(await popup.text()).not.toContain('sends its codes');
  });
});
