import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page as Tab } from '@playwright/test';
import { ageWithPassphrase, HAS_AGE } from '../transfer/age-command';
import {
  BUILT,
  createVaultWithSam,
  expect,
  type Lanyard,
  ORIGIN,
  SAM_KEY_URI,
  test,
  VAULT_PASSWORD,
} from './fixtures';
import { driveLanyard, sessionOf } from './lanyard';
import { launchWithExtension } from './launch';

const OTHER_KEY_URI =
  'otpauth://hotp/Tidewell:kim@harbourphysio.example?secret=JBSWY3DPEHPK3PXPJBSWY3DP&counter=41&digits=8&algorithm=SHA256';

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lanyard-backup-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

interface Computer {
  readonly context: BrowserContext;
  readonly lanyard: Lanyard;
}

/** Another profile, with the same extension and nothing in it. */
async function freshComputer(): Promise<Computer> {
  const context = await launchWithExtension(BUILT, path.join(folder, 'other'));
  return { context, lanyard: await driveLanyard(context, await sessionOf(context)) };
}

async function openPage({ context, lanyard }: Computer, name: string): Promise<Tab> {
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/${name}`);
  return tab;
}

/** Settings, "Make a backup", the password: as a person does it. */
async function backUp(computer: Computer, fold = 'Make a backup'): Promise<string> {
  const tab = await openPage(computer, 'options.html#backups');
  await tab.getByText(fold, { exact: true }).click();
  await tab.getByLabel('Your password').fill(VAULT_PASSWORD);
  const downloading = tab.waitForEvent('download');
  await tab.getByRole('button', { name: 'Make the file' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^lanyard-backup-20\d\d-\d\d-\d\d\.age$/);
  expect(download.url()).toMatch(/^blob:/);
  const file = path.join(folder, `${readdirSync(folder).length}.age`);
  await download.saveAs(file);
  await expect(tab.getByText(/It was opened again to check/)).toBeVisible();
  await expect(tab.getByText(/^Last backup: /)).toBeVisible();
  await tab.close();
  return file;
}

async function lookInto(tab: Tab, file: string, passphrase = VAULT_PASSWORD): Promise<void> {
  await tab.getByText('Restore, or practise it').click();
  await tab.getByLabel('Choose a backup file').setInputFiles(file);
  await tab.getByLabel('Password or passphrase of the file').fill(passphrase);
  await tab.getByRole('button', { name: 'See what is in it' }).click();
}

async function bring(tab: Tab, file: string, passphrase = VAULT_PASSWORD): Promise<void> {
  await tab.getByLabel(/Choose (a backup|another) file|\.age/).setInputFiles(file);
  await tab.getByLabel('Password or passphrase of the file').fill(passphrase);
  await tab.getByRole('button', { name: 'Open it here' }).click();
}

async function accountsOf({ lanyard }: Computer) {
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  const codes = await lanyard.ask('codes/list', { accountIds: accounts.map(({ id }) => id) });
  return {
    accounts,
    secrets: codes.map(({ accountId, code, validUntil }) => [accountId, code, validUntil]).sort(),
  };
}

test.describe('J8 backup, restore, other computer', () => {
  test('a backup opens with the age command and holds plain key URIs', async ({ context, lanyard }) => {
    test.skip(!HAS_AGE, 'no age command here');
    await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/add', { keyUri: OTHER_KEY_URI, origin: null, tabId: null, same: 'ask' });
    const file = await backUp({ context, lanyard });
    ageWithPassphrase(['-d', '-o', path.join(folder, 'plain'), file], [VAULT_PASSWORD]);
    const lines = readFileSync(path.join(folder, 'plain'), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('otpauth://'))).toHaveLength(2);
    const sam = lines.find((line) => line.startsWith('otpauth://totp/'))!;
    expect(new URL(sam).searchParams.get('secret')).toBe(new URL(SAM_KEY_URI).searchParams.get('secret'));
    const kim = lines.find((line) => line.startsWith('otpauth://hotp/'))!;
    expect(kim).toContain('counter=41');
    // The control: sealed, none of it is to be seen.
    expect(readFileSync(file, 'latin1')).not.toContain('otpauth');
  });

  test('my other computer: a file and three clicks, then both ways until nothing changes', async ({
    context,
    lanyard,
  }) => {
    test.setTimeout(150_000);
    const here = { context, lanyard };
    await createVaultWithSam(lanyard);
    const there = await freshComputer();
    try {
      const page = await openPage(there, 'welcome.html#bring');
      await bring(page, await backUp(here, 'Set up my other computer'));
      await expect(page.getByText('I have written it down')).toBeVisible();
      expect(await accountsOf(there)).toEqual(await accountsOf(here));
      await there.lanyard.ask('vault/lock');
      await there.lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });

      await there.lanyard.ask('accounts/add', {
        keyUri: OTHER_KEY_URI,
        origin: null,
        tabId: null,
        same: 'ask',
      });
      const [sam] = (await accountsOf(here)).accounts;
      await lanyard.ask('accounts/edit', {
        accountId: sam!.id,
        issuer: 'Larkmoor East',
        account: sam!.account,
        fillsItself: false,
        submits: false,
      });
      const fromThere = await backUp(there);
      const settings = await openPage(here, 'options.html#backups');
      await lookInto(settings, fromThere);
      await expect(settings.getByRole('list', { name: 'New here' })).toContainText('Tidewell · kim@');
      await expect(settings.getByText('1 account is the same here already.')).toBeVisible();
      await settings.getByRole('button', { name: 'Restore', exact: true }).click();
      await expect(settings.getByText('Restored: 1 account.')).toBeVisible();

      const back = await openPage(there, 'options.html#backups');
      await lookInto(back, await backUp(here));
      await expect(back.getByRole('list', { name: 'Changed' })).toContainText('Larkmoor East');
      await back.getByRole('button', { name: 'Restore', exact: true }).click();
      await expect(back.getByText('Restored: 1 account.')).toBeVisible();
      expect(await accountsOf(there)).toEqual(await accountsOf(here));
      expect((await accountsOf(here)).accounts).toHaveLength(2);

      // Once more, the old file too: nothing moves.
      await settings.reload();
      await lookInto(settings, fromThere);
      await expect(settings.getByText('2 accounts are the same here already.')).toBeVisible();
      await expect(settings.getByRole('button', { name: 'Restore', exact: true })).toBeDisabled();
    } finally {
      await there.context.close();
    }
  });

  test('a wrong passphrase or a spoilt file leaves a fresh computer as it was', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const file = await backUp({ context, lanyard });
    const there = await freshComputer();
    try {
      const page = await openPage(there, 'welcome.html#bring');
      await bring(page, file, 'eight teal buses at dusk');
      await expect(page.getByText(/That does not open the file/)).toBeVisible();
      const spoilt = readFileSync(file);
      spoilt[spoilt.length - 3]! ^= 4;
      await page.locator('input[type=file]').setInputFiles({ name: 'x.age', mimeType: '', buffer: spoilt });
      await page.getByLabel('Password or passphrase of the file').fill(VAULT_PASSWORD);
      await page.getByRole('button', { name: 'Open it here' }).click();
      await expect(page.getByText(/part of it is missing or changed/)).toBeVisible();
      expect((await there.lanyard.ask('vault/snapshot', { tabId: null })).status).toBe('none');
      // The control: the file as it is, with its passphrase, opens on the same page.
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByLabel('Password or passphrase of the file').fill(VAULT_PASSWORD);
      await page.getByRole('button', { name: 'Open it here' }).click();
      await expect(page.getByText('I have written it down')).toBeVisible();
    } finally {
      await there.context.close();
    }
  });

  test('looking into a backup, and practising, change nothing; what was removed comes back only when asked', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const here = { context, lanyard };
    const file = await backUp(here);
    await lanyard.ask('accounts/remove', { accountId });
    const stored = () => lanyard.arrange(storedVault);
    const before = await stored();
    expect(before).toContain('generation');
    const tab = await openPage(here, 'options.html#backups');
    await lookInto(tab, file);
    await expect(tab.getByRole('list', { name: 'Removed here: stay removed' })).toContainText('Larkmoor');
    await tab.getByRole('button', { name: 'Practise only' }).click();
    await expect(tab.getByText(/Nothing was changed/)).toBeVisible();
    expect(await stored()).toBe(before);
    await tab.reload();
    await lookInto(tab, file);
    await tab.getByLabel('Bring back what was removed here').check();
    await tab.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(tab.getByText('Restored: 1 account.')).toBeVisible();
    expect((await accountsOf(here)).accounts).toHaveLength(1);
    expect(await stored()).not.toBe(before); // the control: a restore is seen this way
  });

  test('the popup’s word of a backup leads straight to the form', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    const opening = context.waitForEvent('page');
    await popup.click('Open backups');
    const options = await opening;
    await expect(options.getByLabel('Your password')).toBeInViewport();
  });

  test('is refused while locked, and without the password', async ({ lanyard }) => {
    await createVaultWithSam(lanyard);
    const scrypt = { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', logN: 18, key: `${'A'.repeat(43)}=` };
    const { file } = await lanyard.ask('transfer/back-up', { password: VAULT_PASSWORD, to: { scrypt } });
    expect(await lanyard.ask('transfer/preview', { file, key: { scrypt } })).toMatchObject({ unchanged: 1 });
    const wrong = lanyard.ask('transfer/back-up', { password: 'not the password', to: { scrypt } });
    await expect(wrong).rejects.toThrow('wrong-password');
    const weak = { scrypt: { ...scrypt, logN: 10 } };
    await expect(lanyard.ask('transfer/back-up', { password: VAULT_PASSWORD, to: weak })).rejects.toThrow(
      'bad-request',
    );
    const nobody = lanyard.ask('transfer/back-up', { password: VAULT_PASSWORD, to: { recipients: [] } });
    await expect(nobody).rejects.toThrow('bad-request');
    await lanyard.ask('vault/lock');
    await expect(
      lanyard.ask('transfer/back-up', { password: VAULT_PASSWORD, to: { scrypt } }),
    ).rejects.toThrow('locked');
    await expect(lanyard.ask('transfer/preview', { file, key: { scrypt } })).rejects.toThrow('locked');
    const restoring = lanyard.ask('transfer/restore', { file, key: { scrypt }, bringBack: false });
    await expect(restoring).rejects.toThrow('locked');
  });

  test('only the worker carries age, and the web page script nothing of it', () => {
    const holders = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .filter((name) =>
        readFileSync(path.join(BUILT, name), 'utf8').includes('age-encryption.org/v1/X25519'),
      );
    expect(holders).toEqual(['background.js']);
  });
});

/** All that the vault's databases hold, as text. */
async function storedVault(): Promise<string> {
  const parts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name!);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const asking = database.transaction(store).objectStore(store).getAll();
        asking.onsuccess = () => resolve(asking.result);
      });
      parts.push(
        store,
        JSON.stringify(all, (_, value) =>
          ArrayBuffer.isView(value) ? [...new Uint8Array(value.buffer)] : value,
        ),
      );
    }
    database.close();
  }
  return parts.join('\n');
}
