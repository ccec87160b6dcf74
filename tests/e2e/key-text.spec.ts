import type { BrowserContext, Page as Tab } from '@playwright/test';
import { expect, type Lanyard, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

const ENABLE = 'Enable two-factor authentication';

test.use({ clinicOptions: { users: [{ ...SAM }] } });

async function onSetUpPage(context: BrowserContext, lanyard: Lanyard): Promise<Tab> {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/demo`);
  return tab;
}

test('the key in the text is compared with the picture, and agrees', async ({ context, lanyard }) => {
  const tab = await onSetUpPage(context, lanyard);
  const popup = await lanyard.popup(tab);
  await popup.see('Save');
  expect(await popup.text()).toContain('The key written on the page is the same.');
});

test('where they differ nothing is saved, until the page is put right', async ({ context, lanyard }) => {
  const tab = await onSetUpPage(context, lanyard);
  const key = tab.locator('#manual-key');
  const right = (await key.textContent())!;
  const put = (text: string) => key.evaluate((element, text) => (element.textContent = text), text);
  await put('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP');
  const popup = await lanyard.popup(tab);
  await popup.see('Nothing saved');
  await popup.see(/The QR code and the key written on this page are not the same/);
  expect(await popup.has('Save')).toBe(false);
  await popup.press('Enter');
  await put(right);
  await popup.click('Look again');
  await popup.see('Save');
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toEqual([]);
});

test('where there is no picture the key is offered as text, with names to put right', async ({
  context,
  clinic,
  lanyard,
}) => {
  const tab = await onSetUpPage(context, lanyard);
  await tab.locator('.scan img').evaluate((image) => image.remove());
  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page, as text');
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toEqual([]);
  await popup.fill('Account', SAM.email);
  await popup.click('Save');
  await popup.see(/Now press/);
  await lanyard.closePopup();
  await tab.getByRole('button', { name: ENABLE }).click();
  await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
  expect(clinic.user(SAM.email).twoFactorOn).toBe(true);
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toMatchObject([
    { issuer: 'Larkmoor', account: SAM.email, origins: [ORIGIN] },
  ]);
});

test('in a box, behind a copy button, in a shadow root or a frame it is found as well; hidden it is not', async ({
  context,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const ways: Record<string, string> = {
    box: `<label for=k>Set-up key</label><input id=k readonly value="${key}">`,
    copy: `<p>Secret key</p><button data-clipboard-text="${key}">Copy</button>`,
    pieces: `<p>Set-up key</p><p>${key.replace(/.{4}/g, '<span>$&</span> ')}</p>`,
    link: `<a href="otpauth://totp/Larkmoor:sam?secret=${key}&issuer=Larkmoor">Open your app</a>`,
  };
  const tab = await context.newPage();
  for (const [way, markup] of Object.entries(ways)) {
    await tab.goto(`${ORIGIN}/plain`);
    await tab.evaluate((markup) => (document.body.innerHTML = markup), markup);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page, as text').catch((thrown) => {
      throw new Error(`${way}: ${thrown}`);
    });
    expect(await popup.has('Save'), way).toBe(true);
    await lanyard.closePopup();
  }
  await tab.evaluate((key) => {
    document.body.innerHTML = '<div></div>';
    document.body.firstElementChild!.attachShadow({
      mode: 'open',
    }).innerHTML = `<p>Set-up key</p><p>${key}</p>`;
  }, key);
  const shadowed = await lanyard.popup(tab);
  await shadowed.see('Found on this page, as text');
  await lanyard.closePopup();

  await tab.evaluate((key) => {
    document.body.innerHTML = `<p hidden>Set-up key: ${key}</p><p>Order JBSW-Y3DP-EHPK-3PXP</p>`;
  }, key);
  const popup = await lanyard.popup(tab);
  await popup.see('No accounts yet');
  await tab.waitForTimeout(1500);
  expect(await popup.has('Save')).toBe(false);
});
