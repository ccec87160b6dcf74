import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, logIn, ORIGIN, SAM_KEY_URI, test, VAULT_PASSWORD } from './fixtures';

/** A prompt for codes of another length: nothing is put in, and the popup says why. */

const CLINIKO = 'https://harbour.au1.cliniko.com';

/** What the clinic answers to e-mail and password. */
async function instead(tab: Tab, origin: string, sentence: string, room = ''): Promise<void> {
  const body = `<!doctype html><title>Portal</title><h1>Two-factor authentication</h1><p>${sentence}</p>
    <form method="post"><label for="code">Verification code</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" ${room}><button>Verify</button></form>`;
  await tab.route(`${origin}/login`, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ contentType: 'text/html', body })
      : route.continue(),
  );
}

const EIGHT = 'Enter the 8-digit code from your authenticator app.';
const SIX = 'Enter the 6-digit code from your authenticator app.';

test('six digits never go where the page asks for eight: not by themselves, not by a press', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await instead(tab, ORIGIN, EIGHT, 'maxlength="8"');
  await logIn(tab);
  await tab.waitForTimeout(2_500);
  await expect(tab.locator('#code')).toHaveValue('');
  const popup = await lanyard.popup(tab);
  await popup.click(/^Fill/);
  await popup.see(/takes codes of 8 digits, and this account makes codes of 6\. Nothing was filled/);
  await expect(tab.locator('#code')).toHaveValue('');
  expect(await popup.has({ name: /^Fill anyway/, role: 'button' })).toBe(false);
});

test('and do where it asks for six (control)', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await instead(tab, ORIGIN, SIX, 'maxlength="8"');
  await logIn(tab);
  await expect(tab.locator('#code')).toHaveValue(/^\d{6}$/, { timeout: 15_000 });
});

test.describe('at a portal of the catalogue', () => {
  test.use({ granted: [`${CLINIKO}/*`] });
  const addAccount = (lanyard: Parameters<typeof createVaultWithSam>[0], digits: number) =>
    lanyard.ask('accounts/add', {
      keyUri: `${SAM_KEY_URI}&digits=${digits}`,
      origin: CLINIKO,
      tabId: null,
      same: 'ask',
    });

  for (const [digits, sentence, filled] of [
    [8, 'Enter the code from your authenticator app.', false],
    [6, 'Enter the code from your authenticator app.', true],
    [8, EIGHT, true],
  ] as const)
    test(`${digits} digits, “${sentence}”: ${filled ? 'filled' : 'held back'}`, async ({
      context,
      lanyard,
    }) => {
      await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
      await addAccount(lanyard, digits);
      const tab = await context.newPage();
      await instead(tab, CLINIKO, sentence);
      await logIn(tab, `${CLINIKO}/login`);
      if (filled) await expect(tab.locator('#code')).toHaveValue(/^\d{6,8}$/, { timeout: 15_000 });
      else {
        await tab.waitForTimeout(2_500);
        const popup = await lanyard.popup(tab);
        await popup.click(/^Fill/);
        await popup.see(/takes codes of 6 digits, and this account makes codes of 8/);
        await expect(tab.locator('#code')).toHaveValue('');
      }
    });
});
