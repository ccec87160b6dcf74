import { createVaultWithSam, expect, JANE_KEY_URI, test, VAULT_PASSWORD } from '../fixtures';
import { bring } from '../scan-page';
import { handsOn } from './hands';

/* The pages in a tab without a mouse. After every key something has the focus, and is seen to have it (`hands.ts`). */
test.describe('by keys alone, in a tab', () => {
  test('first run: password, recovery key, one group of it', async ({ context, lanyard }) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/welcome.html`);
    const hands = handsOn(page);
    await hands.stands('Password');
    await hands.type(VAULT_PASSWORD);
    await hands.press('Tab');
    await hands.type(VAULT_PASSWORD);
    await hands.press('Enter');
    await expect(page.locator('[data-group]')).toHaveCount(8);
    await hands.stands(/recovery key/i);
    const groups = await page.locator('[data-group]').allTextContents();
    await hands.goTo(/written it down/);
    await hands.press('Enter');
    await hands.stands(/^Group \d$/);
    const label = await page
      .locator('label')
      .filter({ hasText: /^Group/ })
      .textContent();
    await hands.type(groups[Number(/\d/.exec(label!)![0]) - 1]!);
    await hands.press('Enter');
    await expect(page.locator('h1')).toBeFocused();
    await hands.goTo('Open settings');
  });

  test('settings: a fold, its form, and the trash', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/remove', { accountId });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/options.html#security`);
    await page.getByText('Change the password').first().waitFor();
    const hands = handsOn(page);
    await page.keyboard.press('Tab');
    await hands.goTo('Change the password');
    await hands.press('Enter');
    await hands.stands('Current password');
    await hands.press('Escape');
    await hands.stands('Change the password');
    await hands.press(' ');
    await hands.stands('Current password');
    await hands.type(VAULT_PASSWORD);
    await hands.press('Tab');
    await hands.type('eight blue ferries at noon');
    await hands.press('Tab');
    await hands.type('eight blue ferries at noon');
    await hands.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'changed' })).toBeVisible();
    await hands.stands('Change the password');
    await hands.goTo('Accounts', 'Shift+Tab');
    await hands.press('Enter');
    await expect(page.getByRole('region', { name: 'Accounts' })).toBeFocused();
    await hands.goTo('Removed accounts');
    await hands.press('Enter');
    await hands.stands('Removed accounts');
    await page.getByRole('button', { name: 'Delete for good' }).waitFor();
    await hands.goTo('Delete for good');
    await hands.press('Enter');
    await hands.goTo('Cancel');
    await hands.press('Escape');
    await hands.goTo('Restore', 'Shift+Tab');
    await hands.press('Enter');
    await expect(page.getByText('Nothing here.')).toBeVisible();
    await hands.stands('Removed accounts');
    await hands.press('Escape');
    await hands.stands('Removed accounts');
    await expect(page.getByRole('link', { name: 'Removed accounts' })).toBeFocused();
  });

  test('the page for pictures: what was pasted is saved by Enter', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/scan.html`);
    await page.getByLabel('Choose pictures').waitFor();
    const hands = handsOn(page);
    await page.keyboard.press('Tab');
    await hands.stands(/^Choose pictures/);
    await bring(page, 'paste', [], JANE_KEY_URI);
    await hands.stands('Save');
    await hands.press('Escape');
    await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
    await bring(page, 'paste', [], JANE_KEY_URI);
    await hands.stands('Save');
    await hands.press('Enter');
    await page.getByRole('button', { name: 'Done' }).waitFor(); // whoever walks on while it is being saved walks out of the page
    await hands.goTo('Done');
  });

  test('recovery codes onto paper, after the password', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/keep-recovery-codes', {
      ...{ accountId, renewed: false },
      text: 'k7mpq-2xwva\nnhtrb-9cdef',
    });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/recovery-codes.html#print=${accountId}`);
    const hands = handsOn(page);
    await hands.stands(/password/i);
    await hands.type('wrong one');
    await hands.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /password/ })).toBeVisible();
    await hands.stands(/password/i);
    await hands.type(VAULT_PASSWORD);
    await hands.press('Enter');
    await hands.stands(/^Recovery codes|Larkmoor/);
    await hands.goTo('Print');
  });

  test('a focus that is lost, or not seen, is noticed (control)', async ({ context, lanyard }) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/welcome.html`);
    const hands = handsOn(page);
    await hands.stands('Password');
    await page.evaluate(() => (document.activeElement as HTMLElement).style.setProperty('outline', '0'));
    await expect(hands.press('Shift')).rejects.toThrow(/sign of focus/);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect(hands.press('Shift')).rejects.toThrow(/something has the focus/);
  });
});
