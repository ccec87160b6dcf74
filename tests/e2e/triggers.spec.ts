import { drawQr } from '../clinic/qr-image.ts';
import { createVaultWithSam, expect, logIn, ORIGIN, SAM_KEY_URI, test, VAULT_PASSWORD } from './fixtures';

test('the keyboard command fills where the choice is clear', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/edit', {
    accountId: (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.id,
    issuer: 'Larkmoor',
    account: 'sam',
    fillsItself: false,
    submits: false,
  });
  const tab = await context.newPage();
  await logIn(tab);
  await tab.waitForTimeout(1000);
  await expect(tab.locator('#verification-code')).toHaveValue('');
  await lanyard.pressCommand('fill-code');
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
});

test('the lock command locks', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await lanyard.pressCommand('lock-vault');
  await expect.poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).status).toBe('locked');
});

test('a prompt in a frame of the portal’s own is filled', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.route(`${ORIGIN}/outer`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<title>Portal</title><iframe src="/lookalike" width="800" height="700"></iframe>`,
    }),
  );
  await tab.goto(`${ORIGIN}/outer`);
  const popup = await lanyard.popup(tab);
  await popup.click('Fill');
  await expect(tab.frameLocator('iframe').locator('#verification-code')).toHaveValue(/^\d{6}$/);
  void accountId;
});

test('a picture of the QR code, pasted into the popup', async ({ context, lanyard }) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.click('Add account');
  await popup.see('Next');
  const png = /base64,([^"]+)/.exec(String(drawQr(SAM_KEY_URI, 'img', 'Code').markup))![1]!;
  await popup.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(png)}), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
  await popup.see('Ready to save');
  expect(await popup.text()).toContain('sam@harbourphysio.example');
  await popup.click('Save');
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts.length)
    .toBe(1);
});
