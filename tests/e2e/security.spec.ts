import type { BrowserContext, Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, test, VAULT_PASSWORD } from './fixtures';
import { confirmRecoveryKey } from './recovery-key';

const NEW_PASSWORD = 'eight teal buses at dusk';
const unlock = (lanyard: Lanyard, password: string) => lanyard.ask('vault/unlock', { password, tabId: null });
const snapshotOf = (lanyard: Lanyard) => lanyard.ask('vault/snapshot', { tabId: null });

async function openOptions(context: BrowserContext, lanyard: Lanyard, section = 'security'): Promise<Tab> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${lanyard.id}/options.html#${section}`);
  return options;
}

/** Old password, new one twice, in the part of the page that is open. */
async function fillPasswords(options: Tab, password: string, newPassword: string): Promise<void> {
  await options.getByLabel('Current password').fill(password);
  const fresh = options.getByRole('group', { name: 'New password' });
  await fresh.getByLabel('Password', { exact: true }).fill(newPassword);
  await fresh.getByLabel('Repeat the password').fill(newPassword);
}

/** With the vault locked and the worker dead: one of the two stores is gone. */
async function lose(lanyard: Lanyard, store: 'database' | 'snapshots'): Promise<void> {
  await lanyard.ask('vault/lock');
  await lanyard.killWorker();
  const lost = await lanyard.arrange(async (store) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: Local } } };
    const names = (await indexedDB.databases()).map(({ name }) => name!);
    const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => /^snapshot/.test(key));
    if (store === 'snapshots') await chrome.storage.local.remove(keys);
    else for (const name of names) indexedDB.deleteDatabase(name);
    return (store === 'snapshots' ? keys : names).length;
  }, store);
  expect(lost).toBeGreaterThan(0);
  await lanyard.killWorker().catch(() => {});
}

interface Local {
  get(keys: null): Promise<object>;
  remove(keys: string[]): Promise<void>;
}

test.describe('security settings', () => {
  test('a changed password: the old one is refused and the new one opens, from either store', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const options = await openOptions(context, lanyard);
    await options.getByText('Change the password').first().click();
    await fillPasswords(options, '', NEW_PASSWORD);
    await options.getByRole('button', { name: 'Change the password' }).click();
    await expect(options.getByText('Type the password you use now.')).toBeVisible();
    await fillPasswords(options, 'not the password at all', NEW_PASSWORD);
    await options.getByRole('button', { name: 'Change the password' }).click();
    await expect(options.getByText(/^That is not the password/)).toBeVisible();
    await fillPasswords(options, VAULT_PASSWORD, NEW_PASSWORD);
    await options.getByRole('button', { name: 'Change the password' }).click();
    await expect(options.getByText(/^The password is changed/)).toBeVisible();
    await expect(options.getByLabel('Current password')).toHaveCount(0);

    for (const store of ['database', 'snapshots'] as const) {
      await lose(lanyard, store);
      await expect(unlock(lanyard, VAULT_PASSWORD)).rejects.toThrow('wrong-password');
      await unlock(lanyard, NEW_PASSWORD);
      expect((await snapshotOf(lanyard)).accounts).toMatchObject([{ id: accountId }]);
    }
  });

  test('someone knows my password: nothing from before opens it, and the new recovery key does', async ({
    context,
    lanyard,
  }) => {
    const { recoveryKey: oldKey } = await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const options = await openOptions(context, lanyard);
    await options.getByText('Someone knows my password').click();
    await fillPasswords(options, VAULT_PASSWORD, NEW_PASSWORD);
    await options.getByRole('button', { name: 'Change password and key' }).click();
    const newKey = await confirmRecoveryKey(options);
    await expect(options.getByText('The vault has a new key.')).toBeVisible();
    expect(await snapshotOf(lanyard)).toMatchObject({ status: 'unlocked', recoveryConfirmed: true });

    await lanyard.ask('vault/lock');
    await expect(unlock(lanyard, VAULT_PASSWORD)).rejects.toThrow('wrong-password');
    await unlock(lanyard, NEW_PASSWORD);
    await lanyard.ask('vault/lock');
    const recover = (recoveryKey: string) =>
      lanyard.ask('vault/recover', { recoveryKey, password: 'nine teal buses at noon' });
    await expect(recover(oldKey)).rejects.toThrow('recovery-key-wrong');
    await recover(newKey);
    expect((await snapshotOf(lanyard)).status).toBe('unlocked');
  });

  test('a new recovery key leaves the screen when the vault locks, and another can be made', async ({
    context,
    lanyard,
  }) => {
    const welcome = await context.newPage();
    await welcome.goto(`chrome-extension://${lanyard.id}/welcome.html`);
    await welcome.getByLabel('Password', { exact: true }).fill(VAULT_PASSWORD);
    await welcome.getByLabel('Repeat the password').fill(VAULT_PASSWORD);
    await welcome.getByRole('button', { name: 'Create the vault' }).click();
    const options = await openOptions(context, lanyard);
    await options.getByText('Someone knows my password').click();
    await fillPasswords(options, VAULT_PASSWORD, NEW_PASSWORD);
    await options.getByRole('button', { name: 'Change password and key' }).click();
    for (const page of [welcome, options]) await expect(page.locator('[data-group]')).toHaveCount(8);
    await lanyard.ask('vault/lock');
    for (const page of [welcome, options]) await expect(page.locator('[data-group]')).toHaveCount(0);

    // It may be asked for again: the key is shown although the page has only just heard that its vault is open.
    await welcome.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await welcome.getByRole('button', { name: 'Make a new recovery key' }).click();
    await expect(welcome.locator('[data-group]')).toHaveCount(8);
  });

  test('a new vault key and a new password at the same moment: what was acknowledged last opens', async ({
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const changed = { password: VAULT_PASSWORD, newPassword: 'nine teal buses at noon' };
    const [rotation, change] = await Promise.allSettled([
      lanyard.ask('vault/rotate', { password: VAULT_PASSWORD, newPassword: NEW_PASSWORD }),
      lanyard.ask('vault/change-password', changed),
    ]);
    await lanyard.ask('vault/lock');
    const candidates = [
      ...(rotation.status === 'fulfilled' ? [NEW_PASSWORD] : []),
      ...(change.status === 'fulfilled' ? [changed.newPassword] : []),
    ];
    expect(candidates.length).toBeGreaterThan(0);
    const opened = [];
    for (const password of candidates) if (await opens(lanyard, password)) opened.push(password);
    expect(opened).toHaveLength(1);
  });

  test('FIPS-approved algorithms only: taken up at the next unlock with the password', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const raw = async () => (await lanyard.ask('vault/export-raw')).text;
    expect(await raw()).toContain('argon2id');
    const options = await openOptions(context, lanyard);
    await options.getByLabel(/^Use only FIPS-approved algorithms/).check();
    await expect(options.getByText(/Takes effect at the next unlock/)).toBeVisible();
    await lanyard.ask('vault/lock');
    await unlock(lanyard, VAULT_PASSWORD);
    expect(await raw()).not.toContain('argon2id');
    expect(await raw()).toContain('pbkdf2-sha256');
    await options.reload();
    await expect(options.getByLabel(/^Use only FIPS-approved algorithms/)).toBeChecked();
  });

  test('two people: names on the lock screen, a switch locks, each password opens its own', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const options = await openOptions(context, lanyard, 'people');
    await options.getByLabel('Name of this vault').fill('Sam');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(options.locator('.line').filter({ hasText: 'Sam' })).toContainText('In use');
    await lanyard.ask('vault/create-beside', { password: NEW_PASSWORD, nickname: 'Robin' });
    expect((await snapshotOf(lanyard)).accounts).toEqual([]);

    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Robin');
    await popup.click('Not you?');
    await popup.see('Whose vault?');
    await popup.click('Sam');
    await popup.fill('Password', NEW_PASSWORD);
    await popup.press('Enter');
    await popup.see(/That is not the password/);
    await popup.fill('Password', VAULT_PASSWORD);
    await popup.press('Enter');
    await popup.see({ name: /^Search/, role: 'searchbox' });
    await lanyard.closePopup();
    expect((await snapshotOf(lanyard)).accounts).toMatchObject([{ id: accountId }]);

    // From the settings: it locks, and a lock screen for the other opens.
    const opened = context.waitForEvent('page');
    await options.getByRole('button', { name: 'Switch' }).click();
    const window = await opened;
    await expect(window.getByText('Robin')).toBeVisible();
    expect((await snapshotOf(lanyard)).status).toBe('locked');
    const closed = window.waitForEvent('close');
    await window.getByLabel('Password').fill(NEW_PASSWORD);
    await window.getByLabel('Password').press('Enter');
    await closed;
    expect(await snapshotOf(lanyard)).toMatchObject({ status: 'unlocked', accounts: [] });
  });

  test('a removed account comes back from the list, or goes for good', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/remove', { accountId });
    const options = await openOptions(context, lanyard, 'accounts');
    await options.getByRole('link', { name: 'Removed accounts' }).click();
    const line = options.locator('.line').filter({ hasText: 'Larkmoor' });
    await expect(line).toContainText(/Removed on .+\. Will be deleted for good on .+\./);
    await line.getByRole('button', { name: 'Restore' }).click();
    await expect(line).toHaveCount(0);
    expect((await snapshotOf(lanyard)).accounts).toMatchObject([{ id: accountId }]);

    await lanyard.ask('accounts/remove', { accountId });
    await line.getByRole('button', { name: 'Delete for good' }).click();
    await line.getByRole('button', { name: 'Cancel' }).click();
    expect(await lanyard.ask('accounts/trash')).toHaveLength(1);
    await line.getByRole('button', { name: 'Delete for good' }).click();
    await expect(line).toContainText('Its key cannot be brought back.');
    await line.getByRole('button', { name: 'Delete for good' }).click();
    await expect(options.getByText(/^Nothing here/)).toBeVisible();
    expect(await lanyard.ask('accounts/trash')).toEqual([]);
    await expect(lanyard.ask('accounts/restore', { accountId })).rejects.toThrow('no-such-account');
  });

  test('locked, the settings show nothing that only the vault knows', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/remove', { accountId });
    const options = await openOptions(context, lanyard, 'accounts');
    await options.getByRole('link', { name: 'Removed accounts' }).click();
    await expect(options.getByText('Larkmoor')).toBeVisible();
    await options.getByRole('link', { name: 'Security' }).click();
    await expect(options.getByText('Someone knows my password')).toBeVisible();
    await lanyard.ask('vault/lock');
    await expect(options.getByText('Unlock Lanyard to change its password or its passkeys.')).toBeVisible();
    await expect(options.getByText('Someone knows my password')).toHaveCount(0);
    await options.getByRole('link', { name: 'Accounts' }).click();
    await expect(options.getByText('Larkmoor')).toHaveCount(0);
  });
});

async function opens(lanyard: Lanyard, password: string): Promise<boolean> {
  try {
    await unlock(lanyard, password);
  } catch {
    return false;
  }
  await lanyard.ask('vault/lock');
  return true;
}
