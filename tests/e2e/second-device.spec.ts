import type { BrowserContext, Page as Tab } from '@playwright/test';
import jsQR from 'jsqr';
import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import { totpCode } from '../../utils/otp/code';
import { parseKeyUri } from '../../utils/otp/key-uri';
import { createVaultWithSam, expect, type Lanyard, SAM, SECRET, test, VAULT_PASSWORD } from './fixtures';

/** J13: the set-up code once more, for the person's own second device. */

const PICTURE = 'QR code with the key of this account';

async function openAccount(context: BrowserContext, lanyard: Lanyard, issuer: string): Promise<Tab> {
  const tab = await context.newPage();
  await tab.setViewportSize({ width: 360, height: 500 });
  await tab.goto(`chrome-extension://${lanyard.id}/popup.html`);
  await tab.getByRole('button', { name: new RegExp(`^Open ${issuer}`) }).press('Enter');
  return tab;
}

async function show(tab: Tab, password = VAULT_PASSWORD): Promise<void> {
  // By key: a pointer that is faster than a person is not heard.
  await tab.getByRole('button', { name: 'Set up a second device' }).press('Enter');
  await tab.getByLabel('Your password').fill(password);
  await tab.getByLabel('Your password').press('Enter');
}

/** What a phone would see: the pixels of the screen, and nothing of the page's own. */
async function readOff(tab: Tab): Promise<{ text: string; pixelsAModule: number }> {
  const picture = tab.getByAltText(PICTURE);
  const png = (await picture.screenshot()).toString('base64');
  const pixels = await tab.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    drawing.drawImage(bitmap, 0, 0);
    const { data, width, height } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: [...data], width, height };
  }, png);
  const side = Number(/viewBox%3D%220%200%20(\d+)/.exec((await picture.getAttribute('src'))!)![1]);
  const read = jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height);
  return { text: read?.data ?? '', pixelsAModule: pixels.width / side };
}

/** All that the browser keeps for us, as text. */
const kept = (lanyard: Lanyard) =>
  lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> };
    };
    const stores = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get()]);
    return JSON.stringify([...stores, { ...localStorage }, { ...sessionStorage }, await caches.keys()]);
  });

test('J13 the QR code once more: read off the screen, it gives the same codes', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard, null);
  const tab = await openAccount(context, lanyard, 'Larkmoor');
  await expect(tab.getByText('Its set-up code was last shown')).toBeHidden();
  await show(tab);
  await expect(tab.getByAltText(PICTURE)).toBeVisible();
  await expect(tab.getByAltText(PICTURE)).toBeInViewport({ ratio: 1 });
  await expect(tab.getByRole('button', { name: /^Hide/ })).toBeInViewport({ ratio: 1 });
  const { text, pixelsAModule } = await readOff(tab);
  expect(pixelsAModule).toBeGreaterThanOrEqual(3);
  expect(Number.isInteger(pixelsAModule)).toBe(true);
  const { account, parameters } = parseKeyUri(text);
  expect(account).toBe(SAM.email);
  if (parameters.kind !== 'totp') throw new Error(parameters.kind);
  expect(isCurrentCode(totpCode(parameters, Date.now()), SECRET)).toBe(true);
  // The key is there as a picture alone, and in no store; the control finds what is kept on purpose.
  const words = await tab.evaluate(() => document.documentElement.outerHTML);
  expect(words).not.toContain(SECRET);
  expect(words).not.toContain('otpauth');
  const path = /d%3D%22(M\d[^"]{80})/.exec((await tab.getByAltText(PICTURE).getAttribute('src'))!)![1]!;
  const stores = await kept(lanyard);
  for (const trace of [SECRET, 'otpauth', '<svg', decodeURIComponent(path).slice(0, 40)])
    expect(stores).not.toContain(trace);
  expect(stores).toContain('vaultKey');

  await tab.getByRole('button', { name: /^Hide/ }).press('Enter');
  await expect(tab.getByAltText(PICTURE)).toBeHidden();
  await expect(tab.getByText(/^Its set-up code was last shown on .*20\d\d/)).toBeVisible();
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  expect(Date.now() - accounts[0]!.keyShownAt!).toBeLessThan(60_000);
});

test('all that codes depend on is in it', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard, null);
  const keyUri =
    'otpauth://totp/Tidewell:kim?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=Tidewell&digits=8&period=60&algorithm=SHA256';
  await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
  const tab = await openAccount(context, lanyard, 'Tidewell');
  await show(tab);
  const { text } = await readOff(tab);
  expect(parseKeyUri(text)).toEqual(parseKeyUri(keyUri));
});

test('it goes by itself after a minute, and when the window is left', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard, null);
  const tab = await context.newPage();
  await tab.clock.install();
  await tab.goto(`chrome-extension://${lanyard.id}/popup.html`);
  await tab.getByRole('button', { name: /^Open Larkmoor/ }).press('Enter');
  await show(tab);
  await expect(tab.getByAltText(PICTURE)).toBeVisible();
  await tab.clock.fastForward(50_000);
  await expect(tab.getByAltText(PICTURE)).toBeVisible();
  await tab.clock.fastForward(11_000);
  await expect(tab.getByAltText(PICTURE)).toBeHidden();
  await show(tab);
  await expect(tab.getByAltText(PICTURE)).toBeVisible();
  await tab.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(tab.getByAltText(PICTURE)).toBeHidden();
});

test('a wrong password shows nothing, is not noted, and slows the next', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard, null);
  const tab = await openAccount(context, lanyard, 'Larkmoor');
  await show(tab, 'not the password');
  await expect(tab.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await expect(tab.getByAltText(PICTURE)).toBeHidden();
  expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.keyShownAt).toBeNull();
  const asked = () => lanyard.ask('accounts/show-key', { accountId, password: 'nor this' });
  let refusal = '';
  for (let tries = 0; tries < 8 && refusal !== 'wait'; tries++)
    refusal = await asked().then(
      () => 'shown',
      (thrown: Error) => /wait|wrong-password/.exec(thrown.message)?.[0] ?? thrown.message,
    );
  expect(refusal).toBe('wait');
});

test('an account that counts has no second device, and none that was removed', async ({
  context,
  lanyard,
}) => {
  const accountId = await createVaultWithSam(lanyard, null);
  const keyUri = 'otpauth://hotp/Tidewell:kim?secret=JBSWY3DPEHPK3PXPJBSWY3DP&issuer=Tidewell&counter=3';
  const counting = await lanyard.ask('accounts/add', { keyUri, origin: null, tabId: null, same: 'ask' });
  const tab = await openAccount(context, lanyard, 'Tidewell');
  await expect(tab.getByText('on two devices the counts would soon differ')).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Set up a second device' })).toBeHidden();
  const ask = (id: string) => lanyard.ask('accounts/show-key', { accountId: id, password: VAULT_PASSWORD });
  await expect(ask(counting.accountId)).rejects.toThrow('counts-on-one-device');
  await lanyard.ask('accounts/remove', { accountId });
  await expect(ask(accountId)).rejects.toThrow('no-such-account');
  await lanyard.ask('accounts/restore', { accountId });
  expect((await ask(accountId)).svg).toMatch(/^<svg /);
});
