import type { Page as Tab } from '@playwright/test';
import type { Clinic } from '../../clinic/clinic.ts';
import { SAM } from '../../clinic/portals/people.ts';
import { createVisitor } from '../../clinic/visitor.ts';
import { expect, SAM_KEY_URI, test, VAULT_PASSWORD } from '../fixtures';

/** J6, list D of the seed facts: the code is texted or spoken. It is told, explained, and never filled. */

const HOST = 'quillstone.clinic.example';
const ORIGIN = `https://${HOST}`;
const box = (tab: Tab) => tab.locator('#code');
const press = (tab: Tab, name: string) => tab.getByRole('button', { name }).click();
/** As a person reads it off the phone. */
const arrived = ({ portals }: Clinic) => portals.quillstone.phone.deliveries.at(-1)!;

async function signIn(tab: Tab): Promise<void> {
  await tab.goto(`${ORIGIN}/login`);
  await tab.getByLabel('Email').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await press(tab, 'Sign In');
}

/** At another computer: two-factor is on, by text. */
async function turnOnElsewhere(clinic: Clinic): Promise<void> {
  const visitor = createVisitor(clinic.port, HOST);
  await visitor.post('/login', SAM);
  await visitor.post('/two-factor', { password: SAM.password });
  await visitor.post('/two-factor/phone', { phone: '0491 570 156', by: 'text' });
  await visitor.post('/two-factor/code', { code: arrived(clinic).code });
}

test.describe('where an account of ours is used all the same', () => {
  test.use({ granted: [`${ORIGIN}/*`] });

  test('J6 set up, signed in by text and by call, remembered: no box is ever filled', async ({
    context,
    clinic,
    lanyard,
  }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const account = { keyUri: SAM_KEY_URI, origin: ORIGIN, tabId: null, same: 'ask' } as const;
    const { accountId } = await lanyard.ask('accounts/add', account);
    const tab = await context.newPage();
    await signIn(tab);
    const tabId = await lanyard.tabInFront();
    const promptIs = (kind: string | null) =>
      expect
        .poll(async () => (await lanyard.ask('vault/snapshot', { tabId })).tab?.prompt ?? null)
        .toBe(kind);
    const staysEmpty = async () => {
      await promptIs('sms');
      await expect(box(tab)).toHaveValue('');
    };

    // D4 to D9: the password again, which is a login like any other, then the number, then the code.
    await tab.goto(`${ORIGIN}/profile`);
    await tab.getByRole('link', { name: 'Turn On' }).click();
    await tab.getByLabel('Password').pressSequentially(SAM.password);
    await press(tab, 'Continue');
    await expect(tab.getByLabel('Phone number')).toHaveValue('0491 570 156');
    await press(tab, 'Next');
    await staysEmpty();
    await box(tab).fill(arrived(clinic).code);
    await press(tab, 'Turn On');
    await expect(tab.getByText('number ending in')).toBeVisible();
    await promptIs(null);

    // D1, D8, D9: in a browser that is not known; the text does not come, so they call.
    await press(tab, 'Sign Out');
    await signIn(tab);
    await staysEmpty();
    const filling = { tabId, accountId, again: true };
    expect((await lanyard.ask('fill/active-tab', filling)).outcome).not.toBe('filled');
    // The command has nothing to fill, so it opens the popup, which says why.
    await lanyard.pressCommand('fill-code');
    const popup = await lanyard.openedPopup();
    await popup.see(/texts this code to your phone/);
    await popup.see(/A code from Lanyard would be refused/);
    expect(await popup.has({ name: /^Fill/, role: 'button' })).toBe(false);
    await lanyard.closePopup();
    await tab.getByRole('link', { name: 'Didn’t get it?' }).click();
    await press(tab, 'Call me with a code');
    expect(arrived(clinic).by).toBe('call');
    await staysEmpty();
    const called = await lanyard.popup(tab);
    await called.see(/calls your phone and says this code/);
    await lanyard.closePopup();

    // D10, D11: the code by hand, the device authorized; nothing was asked of the portal but that.
    await box(tab).fill(arrived(clinic).code);
    await tab.getByLabel('Authorize this device for up to a year').check();
    await press(tab, 'Verify');
    await expect(tab).toHaveURL(`${ORIGIN}/dashboard`);
    await press(tab, 'Sign Out');
    await signIn(tab);
    await expect(tab).toHaveURL(`${ORIGIN}/dashboard`);
    expect(clinic.portals.quillstone.user(SAM.email).logins).toEqual(['password', 'code', 'device']);
  });
});

test.describe('where none is, and the host is not granted', () => {
  test.use({ granted: [] });

  test('J6 opening the popup says it, with eight digits and with six', async ({
    context,
    clinic,
    lanyard,
  }) => {
    await turnOnElsewhere(clinic);
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    const tab = await context.newPage();
    for (const digits of [8, 6] as const) {
      clinic.portals.quillstone.phone.setDigits(digits);
      await signIn(tab);
      const popup = await lanyard.popup(tab);
      await popup.see(`${HOST} texts this code to your phone.`);
      await lanyard.closePopup();
      await expect(box(tab)).toHaveValue('');
    }
    // The control: its other pages ask for nothing.
    await tab.goto(`${ORIGIN}/login`);
    const popup = await lanyard.popup(tab);
    await popup.see('Add account');
    await tab.waitForTimeout(1000);
    expect(await popup.text()).not.toContain('your phone');
  });
});
