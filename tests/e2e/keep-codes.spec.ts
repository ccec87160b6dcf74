import type { BrowserContext, Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

/** J7: the portal's recovery codes, off its page, out of its file, onto paper. */

const counts = async (lanyard: Lanyard) =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.recoveryCodes;

const CODES = ['k7mpq-2xwva', 'nhtrb-9cdef', 'wwkpa-zzrth'];

async function pageWith(context: BrowserContext, markup: string): Promise<Tab> {
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await tab.evaluate((markup) => (document.body.innerHTML = markup), markup);
  return tab;
}

async function toCodes(lanyard: Lanyard, tab: Tab) {
  const popup = await lanyard.popup(tab);
  await popup.click(/^Open Larkmoor/);
  await popup.click(/^Add (recovery codes|more)$/);
  await popup.click('Take them off this page');
  return popup;
}

const shapes: [string, string, number][] = [
  ['a list', `<h1>Backup codes</h1><ul>${CODES.map((code) => `<li>${code}</li>`).join('')}</ul>`, 3],
  [
    'a table beside another one',
    `<h2>Patients</h2><table>${'<tr><td>10203040</td><td>10203041</td></tr>'.repeat(3)}<tr><td>10203050</td></tr><tr><td>10203060</td></tr></table>
     <h2>Recovery codes</h2><table><tr><td>48213975</td><td>77132096</td></tr><tr><td>51508842</td><td>90317746</td></tr></table>`,
    4,
  ],
  ['a text box', `<p>Your recovery codes</p><textarea readonly>${CODES.join('\n')}</textarea>`, 3],
  [
    'a copy button',
    `<h1>Backup codes</h1><button data-clipboard-text="${CODES.join('\n')}">Copy</button>`,
    3,
  ],
  [
    'a box each',
    `<h1>Backup codes</h1>${CODES.map((code) => `<div><input readonly value="${code}"></div>`).join('')}`,
    3,
  ],
  [
    'spans in a grid, one struck through',
    `<section><h1>Emergency codes</h1><div style="display:grid">${CODES.map((code, n) => `<span>${n === 1 ? `<s>${code}</s>` : code}</span>`).join('')}</div></section>`,
    3,
  ],
];
for (const [shape, markup, all] of shapes)
  test(`taken off the page from ${shape}`, async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const popup = await toCodes(lanyard, await pageWith(context, markup));
    await popup.see(`${all} codes found on this page.`);
    expect(await counts(lanyard)).toEqual({ left: 0, all: 0 });
    await popup.click(`Keep ${all} codes`);
    await expect.poll(() => counts(lanyard)).toEqual({ left: /struck/.test(shape) ? all - 1 : all, all });
  });

test('a page that shows none says so, and keeps nothing', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const list = Array.from({ length: 12 }, (_, n) => `<li>${10_203_040 + n}</li>`).join('');
  const popup = await toCodes(lanyard, await pageWith(context, `<h1>Patients</h1><ul>${list}</ul>`));
  await popup.see(/^No recovery codes seen on this page\./);
  expect(await popup.has(/^Keep [1-9]/)).toBe(false);
});

test('out of a file, in a page of ours', async ({ context, lanyard }) => {
  const id = await createVaultWithSam(lanyard);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/recovery-codes.html#keep=${id}`);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  await page.locator('input[type=file]').setInputFiles(file('codes.pdf', Buffer.from([0x25, 0xff, 0, 1])));
  await expect(page.getByText('This file is not text')).toBeVisible();
  const text = `Larkmoor backup codes for ${SAM.email}\r\n\r\n${CODES.join('\r\n')}\r\n`;
  await page.locator('input[type=file]').setInputFiles(file('codes.txt', Buffer.from(text)));
  await expect(page.getByText('3 codes found.')).toBeVisible();
  expect(await counts(lanyard)).toEqual({ left: 0, all: 0 });
  await page.getByRole('button', { name: 'Keep 3 codes' }).click();
  await expect(page.getByText('Kept: 3.')).toBeVisible();
  expect(await counts(lanyard)).toEqual({ left: 3, all: 3 });
});

test('onto paper: after the password, what is unused and whose it is, nothing else', async ({
  context,
  lanyard,
}) => {
  const id = await createVaultWithSam(lanyard);
  const text = `${CODES[0]} (used)\n${CODES.slice(1).join('\n')}`;
  await lanyard.ask('accounts/keep-recovery-codes', { accountId: id, text, renewed: false });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/recovery-codes.html#print=${id}`);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Show the sheet' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(CODES[1]);
  await page.getByLabel('Password').fill(VAULT_PASSWORD);
  await page.getByRole('button', { name: 'Show the sheet' }).click();
  await expect(page.getByText(CODES[1]!)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const sheet = (await page.locator('body').innerText()).split('\n').filter(Boolean);
  expect(sheet).toEqual([
    'Recovery codes: Larkmoor',
    SAM.email,
    'harbour.au1.clinic.example',
    expect.stringMatching(/^Printed on /),
    ...CODES.slice(1),
  ]);
});

test('a nudge when two are left, behind no other news for good', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/keep-recovery-codes', { accountId, text: CODES.join('\n'), renewed: false });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const before = await lanyard.popup(tab);
  await before.see('Time for a backup');
  await before.click('Dismiss');
  await tab.waitForTimeout(500);
  expect(await before.has('Few recovery codes left')).toBe(false);
  await lanyard.closePopup();
  await lanyard.ask('recovery/mark', { accountId, code: CODES[0]!, used: true });
  const popup = await lanyard.popup(tab);
  await popup.click('Dismiss');
  await popup.see('Few recovery codes left');
  await popup.see(/2 codes left\. Have the portal make new ones/);
});
