import type { BrowserContext, Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, JANE_KEY_URI, type Lanyard, ORIGIN, test } from './fixtures';

async function openAccounts(context: BrowserContext, lanyard: Lanyard): Promise<Tab> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html#accounts`);
  return page;
}

const accountsOf = async (lanyard: Lanyard) =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).accounts;
const lines = (page: Tab) => page.locator('.account-line');

/** A key URI of its own for each number. */
function keyUris(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const digits = [...String(from + place).padStart(5, '0')].map((digit) => 'ABCDEFGHIJ'[Number(digit)]);
    return `otpauth://totp/Tidewell:person.${from + place}@tidewell.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3${digits.join('')}&issuer=Tidewell`;
  });
}

test('an account is searched for, renamed, bound and unbound, by keys alone', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/add', { keyUri: JANE_KEY_URI, origin: null, tabId: null, same: 'ask' });
  const page = await openAccounts(context, lanyard);
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('jane lark');
  await expect(lines(page)).toHaveCount(1);
  await expect(page.getByText('1 account found')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /jane@.*For copying only/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Larkmoor/ })).toBeFocused();

  await page.getByLabel('Portal').fill('Larkmoor East');
  await page.getByLabel('Fill by itself').uncheck();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => accountsOf(lanyard))
    .toMatchObject([{}, { issuer: 'Larkmoor East', fillsItself: false }]);

  await page.getByLabel('Another site').fill('http://app.portal.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'app.portal.example' })).toBeVisible();
  await page.getByLabel('Another site').fill('bücher.example/login');
  await page.keyboard.press('Enter');
  await expect(page.getByText('to xn--bcher-kva.example.')).toBeVisible();
  await page.getByRole('button', { name: 'Use on xn--bcher-kva.example' }).click();
  const origins = async () => (await accountsOf(lanyard))[1]!.origins;
  await expect.poll(origins).toEqual(['https://xn--bcher-kva.example']);
  await page.getByRole('button', { name: 'Stop using on xn--bcher-kva.example' }).click();
  await expect.poll(origins).toEqual([]);

  // Back in the list, what was searched for and the focus are where they were.
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('jane lark');
  await expect(page.getByRole('link', { name: /jane@/ })).toBeFocused();
});

test('an account is removed and comes back by one press, and from the removed ones', async ({
  context,
  lanyard,
}) => {
  const accountId = await createVaultWithSam(lanyard);
  const page = await openAccounts(context, lanyard);
  const remove = async () => {
    await lines(page).getByRole('link').click();
    await page.getByRole('button', { name: 'Remove account' }).press('Enter');
    await expect(lines(page)).toHaveCount(0);
    await expect(page.locator(':focus')).toBeVisible(); // keys go on from somewhere
  };
  await remove();
  await expect(page.getByRole('status').filter({ hasText: 'is no longer listed' })).toBeVisible();
  expect(await accountsOf(lanyard)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lines(page)).toHaveCount(1);
  expect(await accountsOf(lanyard)).toMatchObject([{ id: accountId, origins: [ORIGIN] }]);

  await remove();
  await page.getByRole('link', { name: 'Removed accounts' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('link', { name: 'All accounts' }).click();
  await expect(lines(page)).toHaveCount(1);
});

test('a thousand accounts: a part is drawn, the rest as it is scrolled to, all of them are searched', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  for (const from of [0, 500]) await lanyard.ask('accounts/add-all', { keyUris: keyUris(from, 500) });
  const page = await openAccounts(context, lanyard);
  await expect(lines(page).first()).toBeVisible();
  expect(await lines(page).count()).toBeLessThan(200);
  await page.getByRole('searchbox').fill('person.997@');
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  const toTheEnd = async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return lines(page).count();
  };
  await expect.poll(toTheEnd, { intervals: [100], timeout: 30_000 }).toBe(1001);
});

test('no code and no secret is on the page, and a lock takes every name off it', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const page = await openAccounts(context, lanyard);
  await lines(page).getByRole('link').click();
  await expect(page.getByText('6 digits, a new code every 30 seconds')).toBeVisible();
  const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
  const codes = await lanyard.ask('codes/list', { accountIds: accounts.map(({ id }) => id) });
  expect(codes).toHaveLength(1);
  const text = async () => page.evaluate(() => document.documentElement.outerHTML);
  for (const each of codes)
    for (const code of [each.code, each.nextCode]) expect(await text()).not.toContain(code);
  expect(await text()).toContain('sam@harbourphysio.example'); // the control
  await lanyard.ask('vault/lock');
  await expect(page.getByText('Unlock Lanyard to see its accounts')).toBeVisible();
  expect(await text()).not.toContain('harbourphysio');
  expect(await text()).not.toContain('Larkmoor');
  await page.getByRole('link', { name: 'Security' }).click();
  await expect(page.getByText('Unlock Lanyard to change its password')).toBeVisible();
});
