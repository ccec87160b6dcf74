import type { Page as Tab } from '@playwright/test';
import {
  createVaultWithSam,
  expect,
  type Lanyard,
  logIn,
  ORIGIN,
  SAM,
  test,
  VAULT_PASSWORD,
} from './fixtures';

/** J7: the portal's recovery codes, kept, counted, given by a click, used up. */

const counts = async (lanyard: Lanyard) =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.recoveryCodes;

const BOX = (attributes = '') => `<!doctype html><title>Portal</title><h1>Use a backup code</h1>
  <p>Enter one of your backup codes.</p><form><label for="code">Backup code</label>
  <input id="code" name="backup_code" autocomplete="off" ${attributes}></form>`;
const KEPT = ['k7mpq-2xwva', 'nhtrb-9cdef', 'wwkpa-zzrth'];

async function keep(lanyard: Lanyard, accountId: string): Promise<void> {
  await lanyard.ask('accounts/keep-recovery-codes', { accountId, text: KEPT.join('\n'), renewed: false });
}

/** A page of the portal's, by its address, until the worker knows what it asks for. */
async function showRecoveryBox(tab: Tab, lanyard: Lanyard, body: string): Promise<number> {
  await tab.route(`${ORIGIN}/recovery`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await tab.goto(`${ORIGIN}/recovery`);
  const tabId = await lanyard.tabInFront();
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId })).tab?.prompt)
    .toBe('recovery');
  return tabId;
}

test('J7 backup codes: pasted, counted, and a login with one', async ({ context, clinic, lanyard }) => {
  test.setTimeout(90_000);
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  await tab.getByRole('button', { name: 'Verify' }).click();
  await tab.goto(`${ORIGIN}/account/two-factor`);
  await tab.getByRole('button', { name: /backup codes/ }).click();
  await expect(tab.locator('main')).toContainText(/[a-z0-9]{5}-[a-z0-9]{5}/);
  const page = await tab.locator('main').innerText();

  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.click('Add recovery codes');
  await popup.click({ name: 'The codes, as the portal shows them', role: 'textbox' });
  await popup.insert(page);
  await popup.click('Keep 10 codes');
  await popup.see('10 of 10 left.');
  await lanyard.closePopup();

  await tab.getByRole('button', { name: 'Log out' }).click();
  await lanyard.ask('accounts/edit', {
    ...(await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!,
    accountId: (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.id,
    fillsItself: false,
  });
  await logIn(tab);
  await tab.getByRole('link', { name: 'Use a backup code instead' }).click();
  await expect(tab.locator('#backup-code')).toHaveValue('');
  const tabId = await lanyard.tabInFront();
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId })).tab?.prompt)
    .toBe('recovery');

  const again = await lanyard.popup(tab);
  await again.see('Larkmoor asks for a recovery code.');
  expect(await again.has({ name: /^Fill/, role: 'button' })).toBe(false);
  await again.click('Use a recovery code (10 left)');
  await again.see('It works once and is then struck through. 9 left after this one.');
  expect(await tab.locator('#backup-code').inputValue()).toBe('');
  await again.click('Use it now');
  await expect(tab.locator('#backup-code')).toHaveValue(/^[a-z0-9]{5}-[a-z0-9]{5}$/);
  expect(await counts(lanyard)).toEqual({ left: 9, all: 10 });
  await tab.getByRole('button', { name: 'Log in' }).click();
  await expect(tab).toHaveURL(/\/dashboard$/);
  expect(clinic.user(SAM.email)).toMatchObject({ logins: ['code', 'backup-code'], backupCodesLeft: 9 });
});

test('the codes are shown after the password only, and marked by hand', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  await keep(lanyard, accountId);
  const snapshot = JSON.stringify(await lanyard.ask('vault/snapshot', { tabId: null }));
  for (const code of KEPT) expect(snapshot).not.toContain(code);
  await expect(lanyard.ask('recovery/list', { accountId, password: 'not the password' })).rejects.toThrow(
    'wrong-password',
  );
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.click('Show');
  await popup.fill('Your password', VAULT_PASSWORD);
  await popup.press('Enter');
  await popup.see(KEPT[0]!);
  await popup.click(`Mark ${KEPT[0]} as used`);
  await expect.poll(() => counts(lanyard)).toEqual({ left: 2, all: 3 });
  await popup.see('Have the portal make new ones, and add them here.');
  await popup.click(`Mark ${KEPT[0]} as not used`);
  await expect.poll(() => counts(lanyard)).toEqual({ left: 3, all: 3 });
});

test('6. a recovery code only in a recovery box, only by the person’s word; no code of ours there', async ({
  context,
  lanyard,
}) => {
  const accountId = await createVaultWithSam(lanyard);
  await keep(lanyard, accountId);
  const tab = await context.newPage();
  await tab.route(`${ORIGIN}/login`, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ contentType: 'text/html', body: BOX() })
      : route.continue(),
  );
  await logIn(tab);
  const tabId = await lanyard.tabInFront();
  const promptSeen = async () => (await lanyard.ask('vault/snapshot', { tabId })).tab?.prompt;
  await expect.poll(promptSeen).toBe('recovery');
  const { outcome } = await lanyard.ask('fill/active-tab', { tabId, accountId, again: true });
  expect(outcome).toBe('no-prompt');
  await lanyard.pressCommand('fill-code');
  await tab.waitForTimeout(1000);
  expect(await tab.locator('#code').inputValue()).toBe('');
  expect(await counts(lanyard)).toEqual({ left: 3, all: 3 });

  // An authenticator's box gets none, asked for or not; nor does a host the account is not bound to.
  await tab.goto(`${ORIGIN}/lookalike`);
  await expect.poll(promptSeen).toBe('totp');
  expect(await lanyard.ask('recovery/fill', { tabId, accountId })).toEqual({
    outcome: 'no-prompt',
    code: null,
  });
  await tab.goto('https://evil.example/lookalike');
  await expect(lanyard.ask('recovery/fill', { tabId, accountId })).rejects.toThrow('page-unreachable');
  expect(await counts(lanyard)).toEqual({ left: 3, all: 3 });

  // The control: the recovery box gets one.
  await logIn(tab);
  await expect.poll(promptSeen).toBe('recovery');
  expect(await lanyard.ask('recovery/fill', { tabId, accountId })).toEqual({ outcome: 'filled', code: null });
  await expect(tab.locator('#code')).toHaveValue(KEPT[0]!);
  expect(await counts(lanyard)).toEqual({ left: 2, all: 3 });
});

test('a page that does not take it: the code is shown, and can be put back', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  await keep(lanyard, accountId);
  const tab = await context.newPage();
  await showRecoveryBox(tab, lanyard, `${BOX()}<script>code.oninput = () => { code.value = '' }</script>`);
  const popup = await lanyard.popup(tab);
  await popup.click('Use a recovery code (3 left)');
  await popup.click('Use it now');
  await popup.see(KEPT[0]!);
  expect(await counts(lanyard)).toEqual({ left: 2, all: 3 });
  await popup.click('It still works: put it back');
  await popup.see('Put back. It is offered again next time.');
  expect(await counts(lanyard)).toEqual({ left: 3, all: 3 });
});

test('the worker dies between the word and the page: one code, struck through', async ({
  context,
  lanyard,
}) => {
  const accountId = await createVaultWithSam(lanyard);
  await keep(lanyard, accountId);
  const tab = await context.newPage();
  const tabId = await showRecoveryBox(tab, lanyard, BOX('maxlength="10"'));
  const filled = await lanyard.afterDeath(() => lanyard.ask('recovery/fill', { tabId, accountId }));
  expect(filled.outcome).toBe('filled');
  // The box has room for ten: the code goes without its dash.
  await expect(tab.locator('#code')).toHaveValue(KEPT[0]!.replace('-', ''));
  await lanyard.afterDeath(async () => expect(await counts(lanyard)).toEqual({ left: 2, all: 3 }));
});
