import { isCurrentCode } from '../../scripts/lib/codes.mjs';
import { createVaultWithSam, expect, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

const NEW_USER = { users: [{ ...SAM }] };

test.describe('J1 enrol', () => {
  test.use({ clinicOptions: NEW_USER });

  test('from the set-up page to a portal that has switched it on', async ({ context, clinic, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see('Found on this page');
    const card = await popup.text();
    expect(card).toContain(SAM.email);
    expect(card).toContain('harbour.au1.clinic.example');
    await popup.click('Save');

    const box = tab.locator('#verification-code');
    await expect(box).toHaveValue(/^\d{6}$/);
    const { secret } = clinic.user(SAM.email);
    expect(isCurrentCode(await box.inputValue(), secret!)).toBe(true);
    await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
    await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
    expect(clinic.user(SAM.email).twoFactorOn).toBe(true);

    const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
    expect(accounts).toMatchObject([
      { account: SAM.email, origins: [ORIGIN], kind: 'totp', digits: 6, period: 30 },
    ]);
  });

  test('by keyboard alone: Enter saves what was found', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see('Save');
    await popup.press('Enter');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  });

  test('a set-up page whose QR is drawn as SVG or on a canvas', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    for (const drawn of ['svg', 'canvas']) {
      const tab = await context.newPage();
      await tab.goto(
        `${ORIGIN}/enrol-demo?qr=${drawn}&uri=${encodeURIComponent(`otpauth://totp/Larkmoor:${drawn}?secret=GEZDGNBVGY3TQOJQ`)}`,
      );
      const popup = await lanyard.popup(tab);
      await popup.see('Found on this page');
      expect(await popup.text()).toContain(drawn);
    }
  });

  test('Google’s transfer code adds all its accounts and names the ones it cannot', async ({
    context,
    lanyard,
  }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(migrationUri())}`);
    const popup = await lanyard.popup(tab);
    await popup.see('2 accounts found');
    await popup.click('Save all');
    await popup.see('2 accounts saved.');
    expect(await popup.text()).toContain('odd one');
    const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
    expect(accounts.map(({ account }) => account)).toEqual(['jane', 'sam']);
  });

  test('a clock 90 seconds off is noticed before saving', async ({ context, clinic, lanyard }) => {
    clinic.setClock(90_000);
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see(/Your computer's clock is (8[89]|9[0-2]) seconds slow/);
  });

  test('a clock that is right is not spoken of', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const popup = await lanyard.popup(tab);
    await popup.see('Save');
    await tab.waitForTimeout(1500);
    expect(await popup.text()).not.toContain('clock');
  });

  test('a key typed by hand, bound to the page under the popup', async ({ context, clinic, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/demo`);
    const key = (await tab.locator('#manual-key').textContent())!;
    await tab.goto(`${ORIGIN}/account/two-factor/set-up`);
    const popup = await lanyard.popup(tab);
    await popup.click('Add account');
    await popup.fill('Key, link or picture', key);
    await popup.fill('Portal', 'Larkmoor');
    await popup.fill('Account', SAM.email);
    await popup.click('Next');
    await popup.click('Save');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    await tab.getByRole('button', { name: 'Enable two-factor authentication' }).click();
    await expect(tab.getByText('Two-factor authentication is on.')).toBeVisible();
    expect(clinic.user(SAM.email).twoFactorOn).toBe(true);
  });
});

test.describe('the same account again', () => {
  const again = `otpauth://totp/Larkmoor:${SAM.email}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Larkmoor`;

  for (const [choice, left] of [
    ['Replace', 1],
    ['Keep both', 2],
  ] as const) {
    test(`is said, and ${choice} does what it says`, async ({ context, lanyard }) => {
      const first = await createVaultWithSam(lanyard);
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(again)}`);
      const popup = await lanyard.popup(tab);
      await popup.click('Save');
      await popup.click(choice);
      await popup.see(/^Saved\./);
      const { accounts } = await lanyard.ask('vault/snapshot', { tabId: null });
      expect(accounts).toHaveLength(left);
      // The old one is retired, not gone: it comes back whole.
      await lanyard.ask('accounts/restore', { accountId: first });
      expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toHaveLength(2);
    });
  }

  test('with the very same key is not doubled', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    const same = `otpauth://totp/Larkmoor:${SAM.email}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Larkmoor`;
    await tab.goto(`${ORIGIN}/enrol-demo?uri=${encodeURIComponent(same)}`);
    const popup = await lanyard.popup(tab);
    // Nobody asked, and it is held: nothing is offered. Asked for, it is refused.
    await popup.click('Add account');
    expect(await popup.has('Save')).toBe(false);
    await popup.click('Look on this page');
    await popup.click('Save');
    await popup.see(/already in Lanyard, with the very same key/);
    expect((await lanyard.ask('vault/snapshot', { tabId: null })).accounts).toHaveLength(1);
  });
});

/** `otpauth-migration` of two good accounts and one with MD5, written out by hand: protobuf is length and bytes. */
function migrationUri(): string {
  const field = (number: number, bytes: Buffer) =>
    Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
  const varint = (number: number, value: number) => Buffer.from([number << 3, value]);
  const account = (name: string, algorithm: number) =>
    field(
      1,
      Buffer.concat([
        field(1, Buffer.from(`secret of ${name}`)),
        field(2, Buffer.from(name)),
        field(3, Buffer.from('Larkmoor')),
        varint(4, algorithm),
        varint(5, 1),
        varint(6, 2),
      ]),
    );
  const payload = Buffer.concat([
    account('sam', 1),
    account('jane', 1),
    account('odd one', 4),
    varint(2, 1),
    varint(3, 1),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
}
