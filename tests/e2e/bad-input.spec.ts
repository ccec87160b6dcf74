import { createVaultWithSam, expect, ORIGIN, test } from './fixtures';

const SECRET = 'secret=GEZDGNBVGY3TQOJQ';

test.describe('a QR that cannot be used is named, and nothing is stored or lost', () => {
  for (const [what, uri, sentence] of [
    [
      'a link to an app store',
      'https://apps.example/authenticator/iphone',
      /link to apps\.example, not a 2FA set-up code/,
    ],
    ['no secret', 'otpauth://totp/A:b?issuer=A', /has no key in it/],
    ['a bad character', 'otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJ1', /the character “1”/],
    ['digits out of range', `otpauth://totp/A:b?${SECRET}&digits=12`, /codes of 12 digits/],
    ['a period out of range', `otpauth://totp/A:b?${SECRET}&period=0`, /every 0 seconds/],
    ['an unknown algorithm', `otpauth://totp/A:b?${SECRET}&algorithm=MD5`, /a method named “MD5”/],
    ['another kind', `otpauth://steam/A:b?${SECRET}`, /That code is for steam/i],
  ] as const) {
    test(what, async ({ context, lanyard }) => {
      const accountId = await createVaultWithSam(lanyard, null);
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(uri)}`);
      const popup = await lanyard.popup(tab);
      await popup.see(sentence);
      expect(await popup.has('Save')).toBe(false);
      const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
      expect(accounts.map(({ id }) => id)).toEqual([accountId]);
    });
  }

  test('app-store codes beside the set-up code: only the set-up code counts', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/two-qr`);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page');
    expect(await popup.text()).toContain('jo@harbourphysio.example');
  });

  test('a page that cannot be captured says why and offers another way', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto('chrome://version/');
    const popup = await lanyard.popup(tab);
    await popup.click('Add account');
    await popup.click('Look on this page');
    await popup.see(/The browser lets no extension look at this page/);
    expect(await popup.has({ name: 'Key, link or picture', role: 'textbox' })).toBe(true);
  });

  test('a page without a QR code says what was looked at', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.click('Add account');
    await popup.click('Look on this page');
    await popup.see(/Looked at the visible part of the page/);
  });

  test('a write that fails is not called saved, and the vault is as it was', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard, null);
    const uri = `otpauth://totp/New:one?${SECRET}`;
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(uri)}`);
    const popup = await lanyard.popup(tab);
    await popup.see('Save');
    await lanyard.breakDisk(true);
    await popup.click('Save');
    await popup.see(/^Not saved: the browser could not write to the disk/);
    await lanyard.breakDisk(false);
    expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts.map(({ id }) => id)).toEqual([
      accountId,
    ]);
    // The control: with the disk mended the same account is saved.
    await lanyard.ask('accounts/add', { keyUri: uri, origin: null, tabId: null, same: 'ask' });
    expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toHaveLength(2);
  });
});
