import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import { findPage } from '../../scripts/lib/popup.mjs';
import { randomBytes } from '../../utils/bytes';
import { migrationUri } from '../otp/write-migration';
import { createVaultWithSam, expect, ORIGIN, SAM, SAM_KEY_URI, test, VAULT_PASSWORD } from './fixtures';
import { exportCodes, pictureOf } from './pictures';
import { confirmRecoveryKey } from './recovery-key';
import { accountsOf, bring, choose, openScan } from './scan-page';

const KIM_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const KIM_KEY_URI = `otpauth://totp/Tidewell:kim@harbourphysio.example?secret=${KIM_SECRET}&issuer=Tidewell&digits=8`;
const LINK = 'https://apps.example/authenticator';

test.describe('accounts out of pictures', () => {
  test('the popup leads there, and a picture becomes an account', async ({
    context,
    browserSession,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const portal = await context.newPage();
    await portal.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(portal);
    await popup.click('Add account');
    await popup.click('Picture or camera');
    await (await findPage(browserSession, /scan\.html/)).see('Where is the QR code?');

    const tab = await openScan(context, lanyard);
    await choose(tab, pictureOf(KIM_KEY_URI));
    await expect(tab.getByText('kim@harbourphysio.example')).toBeVisible();
    await expect(tab.getByText('8 digits')).toBeVisible();
    const shown = (await tab.locator('.found-code').innerText()).replace(/\D/g, '');
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(tab.getByText('1 account saved.')).toBeVisible();
    const closed = tab.waitForEvent('close');
    await tab.getByRole('button', { name: 'Done' }).click();
    await closed;
    const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
    const kim = accounts.find(({ account }) => account === 'kim@harbourphysio.example');
    expect(kim).toMatchObject({ issuer: 'Tidewell', digits: 8, origins: [] });
    expect(shown).toHaveLength(8);
    const [held] = await lanyard.ask('codes/list', { accountIds: [kim!.id] });
    // Of eight digits the last six are those of six.
    for (const code of [shown, held!.code]) expect(isCurrentCode(code.slice(2), KIM_SECRET)).toBe(true);
  });

  test('several pictures at once: what is none is named, the rest is saved together', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    const broken = { name: 'torn.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') };
    await choose(
      tab,
      pictureOf(KIM_KEY_URI, 'kim.gif'),
      broken,
      pictureOf(SAM_KEY_URI, 'sam.gif'),
      pictureOf(LINK, 'link.gif'),
    );
    await expect(tab.getByText('2 accounts found')).toBeVisible();
    await expect(tab.getByText('torn.png: That picture cannot be opened')).toBeVisible();
    await expect(tab.getByText('link.gif: That code is a link to apps.example')).toBeVisible();
    await tab.getByRole('button', { name: 'Save 2 accounts' }).click();
    await expect(tab.getByText('1 account saved.')).toBeVisible();
    await expect(tab.getByText(`Already here: Larkmoor · ${SAM.email}.`)).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email, 'kim@harbourphysio.example']);
  });

  test('a picture that is dropped or pasted, and links that are pasted', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await expect(tab.getByText('Where is the QR code?')).toBeVisible();
    expect(await bring(tab, 'drop', [pictureOf(KIM_KEY_URI)])).toBe(true); // or the browser would go to the picture
    await expect(tab.getByText('Ready to save')).toBeVisible();
    await tab.getByRole('button', { name: 'Not now' }).click();
    await expect(tab.getByText('Ready to save')).toBeHidden();
    await bring(tab, 'paste', [pictureOf(KIM_KEY_URI)]);
    await expect(tab.getByText('Ready to save')).toBeVisible();
    await tab.getByRole('button', { name: 'Not now' }).click();
    const other = KIM_KEY_URI.replaceAll('kim', 'lee').replace('JBSW', 'KBSW');
    await bring(
      tab,
      'paste',
      [],
      `# my accounts\r\n${KIM_KEY_URI}\r\n\r\n${other}\r\notpauth://totp/bad?secret=1\r\n`,
    );
    await expect(tab.getByText('2 accounts found')).toBeVisible();
    await expect(tab.getByText('Line 5: The key has the character')).toBeVisible();
    await tab.getByRole('checkbox', { name: /kim@/ }).uncheck();
    await tab.getByRole('button', { name: 'Save 1 account' }).click();
    await expect(tab.getByText('1 account saved.')).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email, 'lee@harbourphysio.example']);
  });

  test('thousands of links are listed in one go, and a line too many is said', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await expect(tab.getByText('Where is the QR code?')).toBeVisible();
    const lines = Array.from({ length: 5001 }, (_, place) => KIM_KEY_URI.replaceAll('kim', `kim${place}`));
    await bring(tab, 'paste', [], lines.join('\n'));
    await expect(tab.getByText('5,000 accounts found')).toBeVisible();
    await expect(tab.getByText('Only the first 5000 lines were read.')).toBeVisible();
    await tab.getByRole('button', { name: 'Not now' }).click();
    await expect(tab.getByText('2FA already on your phone?')).toBeVisible();
  });

  test('the same name with another key is asked about', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await choose(tab, pictureOf(SAM_KEY_URI));
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(tab.getByText(/already in Lanyard, with the very same key/)).toBeVisible();
    await tab.getByRole('button', { name: 'Not now' }).click();
    await choose(tab, pictureOf(SAM_KEY_URI.replace('GEZD', 'KEZD')));
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(tab.getByText(/with another key/)).toBeVisible();
    await tab.getByRole('button', { name: 'Replace' }).click();
    await expect(tab.getByText('1 account saved.')).toBeVisible();
    const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
    expect(accounts.map(({ account }) => account)).toEqual([SAM.email]);
    expect(accounts[0]!.id).not.toBe(accountId);
    expect(await lanyard.ask('accounts/trash')).toMatchObject([{ id: accountId, why: 'replaced' }]);
  });

  test('what cannot be read says why', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    const wrong = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
    await choose(tab, wrong);
    await expect(tab.getByText('That picture cannot be opened.')).toBeVisible();
    const cut = pictureOf(KIM_KEY_URI);
    await choose(tab, { ...cut, buffer: cut.buffer.subarray(0, 40) });
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
    await choose(tab, pictureOf(LINK));
    await expect(tab.getByText('That code is a link to apps.example')).toBeVisible();
    await bring(tab, 'paste', [], 'see you at nine');
    await expect(tab.getByText('That text is not a 2FA set-up code.')).toBeVisible();
    await expect(tab.getByRole('button', { name: /^Save/ })).toBeHidden();
    expect(await accountsOf(lanyard)).toEqual([SAM.email]);
  });
});

test.describe('an export of several parts', () => {
  const parts = exportCodes([['ann', 'ben'], ['cat'], ['dee', 'eve']]).map((text, place) =>
    pictureOf(text, `part-${place + 1}.gif`),
  );

  test('is collected in any order, and saved once', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await choose(tab, parts[2]!);
    await expect(tab.getByText('1 of 3 parts read. Still missing: 1, 2.')).toBeVisible();
    await choose(tab, parts[2]!);
    await expect(tab.getByText('That code was read before.')).toBeVisible();
    await choose(tab, parts[0]!, parts[1]!);
    await expect(tab.getByText('All 3 parts read.')).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email]);
    await tab.getByRole('button', { name: 'Save 5 accounts' }).click();
    await expect(tab.getByText('5 accounts saved.')).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email, 'ann', 'ben', 'cat', 'dee', 'eve']);
  });

  test('may be saved in part, and what is missing is said', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await choose(tab, parts[1]!);
    await tab.getByRole('button', { name: 'Save this account without the rest' }).click();
    await expect(tab.getByText('Not read: parts 1, 3. The accounts in them are not saved.')).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email, 'cat']);
  });

  test('T30 of ten accounts, three that cannot be taken over and one that is there twice', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const good = 'abcdef'.split('').map((name) => ({ secret: randomBytes(20), name, issuer: 'Tidewell' }));
    const bad = [{ algorithm: 4 }, { kind: 9 }, { secret: new Uint8Array() }].map((fault, place) => ({
      ...{ secret: randomBytes(20), name: `bad${place}`, issuer: 'Tidewell' },
      ...fault,
    }));
    const accounts = [...good.slice(0, 3), ...bad, ...good.slice(3), good[0]!];
    const tab = await openScan(context, lanyard);
    await choose(tab, pictureOf(migrationUri({ accounts, version: 2, size: 3, index: 1 })));
    await expect(tab.getByText('1 of 3 parts read. Still missing: 1, 3.')).toBeVisible();
    await tab.getByRole('button', { name: 'Save these 6 accounts without the rest' }).click();
    await expect(tab.getByText('6 accounts saved.')).toBeVisible();
    await expect(tab.getByRole('listitem')).toHaveText([
      'Tidewell: bad0: That set-up code asks for a method named “MD5”, which Lanyard does not know. Nothing was saved.',
      /^Tidewell: bad1: .* works in its own way/,
      'Tidewell: bad2: That set-up code has no key in it. Ask the portal for a new one.',
    ]);
    await expect(tab.getByText('Not read: parts 1, 3.')).toBeVisible();
    expect(await accountsOf(lanyard)).toEqual([SAM.email, ...'abcdef'.split('')]);
  });

  test('does not mix with another export', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    const [, other] = exportCodes([['x'], ['yan'], ['z']]);
    await choose(tab, parts[0]!, parts[1]!, pictureOf(other!));
    await expect(tab.getByText(/belongs to another export/)).toBeVisible();
    await expect(tab.getByText('cat')).toBeVisible();
    await tab.getByRole('button', { name: 'Begin again with it' }).click();
    await expect(tab.getByText('1 of 3 parts read. Still missing: 1, 3.')).toBeVisible();
    await expect(tab.getByText('yan')).toBeVisible();
    await expect(tab.getByText('cat')).toBeHidden();
  });
});

test('the popup that sees one part says which are missing, and where to read them all', async ({
  context,
  browserSession,
  lanyard,
}) => {
  await createVaultWithSam(lanyard, null);
  const [first] = exportCodes([['ann'], ['ben'], ['cat']]);
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(first!)}`);
  const popup = await lanyard.popup(tab);
  await popup.see('1 account found');
  await popup.see(/^Not in it: parts 2, 3\./);
  await popup.click('Picture or camera');
  await (await findPage(browserSession, /scan\.html/)).see('Where is the QR code?');
});

test.describe('behind a closed door', () => {
  test('without a vault the page leads to the first run', async ({ context, lanyard }) => {
    const tab = await openScan(context, lanyard);
    await expect(tab.getByText('There is no vault yet.')).toBeVisible();
    await tab.getByRole('button', { name: 'Set up Lanyard' }).click();
    await expect(tab).toHaveURL(/welcome\.html$/);
  });

  test('a lock takes what was read with it', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await openScan(context, lanyard);
    await choose(tab, pictureOf(KIM_KEY_URI));
    await expect(tab.getByText('Ready to save')).toBeVisible();
    await lanyard.ask('vault/lock');
    await expect(tab.getByText('Ready to save')).toBeHidden();
    await tab.getByLabel('Password').fill(VAULT_PASSWORD);
    await tab.getByRole('button', { name: 'Unlock' }).click();
    await expect(tab.getByText('Where is the QR code?')).toBeVisible();
    await expect(tab.getByText('Ready to save')).toBeHidden();
  });
});

test.describe('2FA that is on a phone already', () => {
  test('each app says what it can hand over, and the way that is safe', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`chrome-extension://${lanyard.id}/scan.html#phone`);
    await expect(tab.getByText('2FA already on your phone?')).toBeInViewport();
    const stepsOf = async (app: string) => {
      await tab.getByText(app, { exact: true }).click();
      await expect(tab.locator('details[open] > summary')).toHaveText([app]);
      return tab.locator('details[open] li').allInnerTexts();
    };
    const google = await stepsOf('Google Authenticator');
    expect(google.length).toBeLessThanOrEqual(5);
    expect(google.join(' ')).toMatch(/Transfer accounts, then Export accounts.*camera/s);
    for (const app of ['Microsoft Authenticator', 'Authy']) {
      const order = (await stepsOf(app)).map(
        (step) => /backup codes|second|QR code|log in again|remove/.exec(step)?.[0],
      );
      // Backup codes first, the phone's own last: nobody is without a way in.
      expect(order).toEqual(['backup codes', 'second', 'QR code', 'log in again', 'remove']);
      await expect(tab.locator('details[open] button')).toHaveCount(0);
    }
    await stepsOf('Another app');
    await tab.locator('details[open]').getByRole('button', { name: 'Use the camera' }).click();
    await expect(
      tab.getByRole('button', { name: /^Switch the camera off|^Use the camera/ }).first(),
    ).toBeVisible();
  });

  test('the first run leads there', async ({ context, lanyard }) => {
    const tab = await context.newPage();
    await tab.goto(`chrome-extension://${lanyard.id}/welcome.html`);
    await tab.getByLabel('Password', { exact: true }).fill(VAULT_PASSWORD);
    await tab.getByLabel('Repeat the password').fill(VAULT_PASSWORD);
    await tab.getByRole('button', { name: 'Create the vault' }).click();
    await confirmRecoveryKey(tab);
    await tab.getByRole('button', { name: '2FA already on your phone?' }).click();
    await expect(tab).toHaveURL(/scan\.html#phone$/);
    await expect(tab.getByText('Choose the app that shows your codes today.')).toBeVisible();
  });
});
