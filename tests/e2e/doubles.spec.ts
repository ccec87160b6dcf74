import {
  createVaultWithSam,
  expect,
  JANE_SECRET,
  type Lanyard,
  ORIGIN,
  SAM,
  SAM_KEY_URI,
  SECRET,
  test,
  VAULT_PASSWORD,
} from './fixtures';

const OTHER = 'https://other.example';
const COUNTED = (counter: number) =>
  `otpauth://hotp/Larkmoor:${SAM.email}?secret=${SECRET}&issuer=Larkmoor&counter=${counter}`;
const snapshotOf = (lanyard: Lanyard) => lanyard.ask('vault/snapshot', { tabId: null });
const trashOf = async (lanyard: Lanyard) =>
  (await lanyard.ask('accounts/trash')).map(({ id, why }) => [id, why]);

/** Removed, set up once more with the same key, and brought back: so it comes to be there twice. */
async function addTwice(lanyard: Lanyard, first: string, second: string): Promise<[string, string]> {
  const account = { tabId: null, same: 'ask' } as const;
  const { accountId } = await lanyard.ask('accounts/add', { ...account, keyUri: first, origin: ORIGIN });
  await lanyard.ask('accounts/remove', { accountId });
  const again = await lanyard.ask('accounts/add', { ...account, keyUri: second, origin: OTHER });
  await lanyard.ask('accounts/restore', { accountId });
  return [accountId, again.accountId];
}

test('one key in two accounts: put together by one press, undone by another, and done for good', async ({
  context,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const [older, newer] = await addTwice(lanyard, SAM_KEY_URI, SAM_KEY_URI.replace('Larkmoor:', 'L:'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html`);
  await page.getByRole('link', { name: '1 login is here twice' }).click();
  const unite = page.getByRole('button', { name: 'Put together' });
  await unite.click();
  await expect(page.getByText('Larkmoor is one account now.')).toBeVisible();
  await expect(page.getByText('No account is here twice.')).toBeVisible();
  const united = [{ id: older, origins: [ORIGIN, OTHER] }];
  expect((await snapshotOf(lanyard)).accounts).toMatchObject(united);
  expect(await trashOf(lanyard)).toEqual([[newer, 'merged']]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(unite).toBeVisible();
  const apart = (await snapshotOf(lanyard)).accounts.map(({ id, origins }) => [id, origins]);
  expect(Object.fromEntries(apart)).toEqual({ [older]: [ORIGIN], [newer]: [OTHER] });
  expect(await trashOf(lanyard)).toEqual([]);

  await unite.click();
  await expect(page.getByText('No account is here twice.')).toBeVisible();
  await lanyard.ask('vault/lock');
  await lanyard.killWorker();
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  expect((await snapshotOf(lanyard)).accounts).toMatchObject(united);
});

test('counted codes: the account that stays goes on from the higher counter', async ({ lanyard }) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const accountIds = await addTwice(lanyard, COUNTED(3), COUNTED(3));
  const codeOf = async (accountId: string) =>
    (await lanyard.ask('codes/copy', { accountId, which: 'now' })).code;
  await codeOf(accountIds[1]); // its counter is at 4 now, the other's at 3
  await lanyard.ask('doubles/unite', { accountIds });
  const fourth = await codeOf(accountIds[0]);
  // What that counter gives is seen in a vault of its own.
  await lanyard.ask('vault/create-beside', { password: VAULT_PASSWORD, nickname: 'Control' });
  const control = { keyUri: COUNTED(4), origin: null, tabId: null, same: 'ask' } as const;
  expect(await codeOf((await lanyard.ask('accounts/add', control)).accountId)).toBe(fourth);
});

test('one login with two keys: which is newer is said, the person chooses, and may take it back', async ({
  context,
  lanyard,
}) => {
  const older = await createVaultWithSam(lanyard);
  const keyUri = SAM_KEY_URI.replace(SECRET, JANE_SECRET);
  const newer = (
    await lanyard.ask('accounts/add', { keyUri, origin: ORIGIN, tabId: null, same: 'keep-both' })
  ).accountId;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html#accounts/doubles`);
  await expect(page.getByRole('button', { name: 'Put together' })).toHaveCount(0);
  const lines = page.locator('.doubles .line');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText('Added on');
  await expect(lines.last()).toContainText('Newest: added on');
  expect((await snapshotOf(lanyard)).accounts).toHaveLength(2); // nothing happens by itself

  await lines.last().getByRole('button').click();
  await expect(page.getByText('Larkmoor is kept.')).toBeVisible();
  const { accounts, replaced } = await snapshotOf(lanyard);
  expect(accounts).toMatchObject([{ id: newer, origins: [ORIGIN] }]);
  expect(replaced).toMatchObject([{ id: older, by: newer }]); // its codes can still be shown

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lines).toHaveCount(2);
  expect(await trashOf(lanyard)).toEqual([]);
});

test('what is no double is not put together, whoever asks', async ({ lanyard }) => {
  const sam = await createVaultWithSam(lanyard);
  const keyUri = `otpauth://totp/Tidewell:kim@tidewell.example?secret=${JANE_SECRET}&issuer=Tidewell`;
  const { accountId: kim } = await lanyard.ask('accounts/add', {
    ...{ keyUri, origin: ORIGIN, tabId: null },
    same: 'ask',
  });
  const accountIds = [sam, kim];
  await expect(lanyard.ask('doubles/unite', { accountIds })).rejects.toThrow('bad-request');
  await expect(lanyard.ask('doubles/keep-one', { accountIds, keep: sam })).rejects.toThrow('bad-request');
  await expect(lanyard.ask('doubles/unite', { accountIds: [sam, 'x'] })).rejects.toThrow('no-such-account');
  expect(await lanyard.ask('doubles/list')).toEqual([]);
  expect((await snapshotOf(lanyard)).accounts).toHaveLength(2);
});
