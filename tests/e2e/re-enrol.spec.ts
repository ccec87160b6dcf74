import { createVaultWithSam, expect, logIn, ORIGIN, SAM, test } from './fixtures';

const ENABLE = 'Enable two-factor authentication';

test('J5: after a reset the new code replaces the old one, which stays to be seen until the new one works', async ({
  context,
  clinic,
  lanyard,
}) => {
  const old = await createVaultWithSam(lanyard);
  // The person calls the portal by a name of their own; host and account say who it is.
  const named = {
    accountId: old,
    issuer: 'Our diary',
    account: SAM.email,
    fillsItself: true,
    submits: false,
  };
  await lanyard.ask('accounts/edit', named);
  await lanyard.ask('accounts/keep-recovery-codes', {
    accountId: old,
    text: '4821-3975\n7713-2096\n5150-8842',
    renewed: false,
  });
  clinic.resetTwoFactor(SAM.email);

  const tab = await context.newPage();
  await logIn(tab);
  await tab.goto(`${ORIGIN}/account/two-factor/set-up`);
  const popup = await lanyard.popup(tab);
  await popup.click('Save');
  await popup.see(/You already have Our diary · sam@/);
  await popup.click('Replace');
  await popup.see(/Now press/);
  await popup.see('The old key is set aside, with its recovery codes.');

  const held = await lanyard.ask('vault/snapshot', { tabId: null });
  expect(held.accounts).toMatchObject([{ issuer: 'Larkmoor', origins: [ORIGIN], recoveryCodes: { all: 0 } }]);
  const fresh = held.accounts[0]!.id;
  expect(held.replaced).toMatchObject([
    { id: old, by: fresh, shownUntil: null, recoveryCodes: { left: 0, all: 3 } },
  ]);
  expect(await lanyard.ask('accounts/trash')).toMatchObject([{ id: old, why: 'replaced', goneAt: null }]);
  await lanyard.closePopup();

  const onPage = await lanyard.popup(tab);
  await onPage.click(/^Open Larkmoor/);
  await onPage.see('The old key');
  await onPage.see(/stay here until the portal has accepted the new one/);
  const [view] = await lanyard.ask('codes/list', { accountIds: [old] });
  const { code, nextCode } = view!;
  expect((await onPage.text()).replace(/\s/g, '')).toMatch(new RegExp(`${code}|${nextCode}`));
  await lanyard.closePopup();

  await tab.getByRole('button', { name: ENABLE }).click();
  await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
  const DAY = 86_400_000;
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).replaced[0]?.shownUntil, {
      timeout: 15_000,
    })
    .toBeGreaterThan(Date.now() + 29 * DAY);
  const [trashed] = await lanyard.ask('accounts/trash');
  expect(trashed!.goneAt).toBeGreaterThan(Date.now() + 59 * DAY);
});

test('a replacement is undone with one press', async ({ context, lanyard }) => {
  const old = await createVaultWithSam(lanyard);
  await lanyard.ask('accounts/keep-recovery-codes', {
    accountId: old,
    text: '4821-3975\n7713-2096\n5150-8842',
    renewed: false,
  });
  const again = `otpauth://totp/Larkmoor%20Pty:${SAM.email}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Larkmoor%20Pty`;
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(again)}`);
  const popup = await lanyard.popup(tab);
  await popup.click('Save');
  await popup.click('Replace');
  await popup.click('Bring it back');
  await expect
    .poll(async () => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts)
    .toMatchObject([
      { id: old, recoveryCodes: { left: 3, all: 3 } },
      { issuer: 'Larkmoor Pty', recoveryCodes: { all: 0 } },
    ]);
});
