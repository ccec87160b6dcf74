import type { Page as Tab } from '@playwright/test';
import { isCurrentCode } from '../../../scripts/lib/codes.mjs';
import type { Clinic } from '../../clinic/clinic.ts';
import { OWNER, SAM } from '../../clinic/portals/people.ts';
import { codeOfStep, fromBase32, keyUri, stepAt } from '../../clinic/totp.ts';
import { createVisitor } from '../../clinic/visitor.ts';
import { expect, type Lanyard, test, VAULT_PASSWORD } from '../fixtures';
import { toNextStep } from './next-step';

/** List E of the seed facts: switched on for everybody, the barcode on the login screen, and a new one after a reset. */

const HOST = 'skerrow.clinic.example';
const ORIGIN = `https://${HOST}`;

test.use({ granted: [`${ORIGIN}/*`] });

const box = (tab: Tab) => tab.locator('#authCode');
const send = (tab: Tab) => tab.getByRole('button', { name: 'Log In' }).click();
const held = async (lanyard: Lanyard) => (await lanyard.ask('vault/snapshot', { tabId: null })).accounts;

async function logIn(tab: Tab): Promise<void> {
  await tab.goto(`${ORIGIN}/login`);
  await tab.getByLabel('User name').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await send(tab);
}

/** The practice admin at another computer, where two-factor authentication is switched on: E1 to E3. */
async function switchOn(clinic: Clinic) {
  const ruth = createVisitor(clinic.port, HOST);
  await ruth.post('/login', { user: OWNER.email, password: OWNER.password });
  await ruth.post('/settings/practice', { twoFactor: 'on', howOften: 'every login' });
  return ruth;
}

/** Password and the right code, at a computer without Lanyard. Whoever has no authenticator yet has one then. */
async function logInElsewhere(clinic: Clinic, visitor: Visitor, user: { email: string; password: string }) {
  await visitor.post('/login', { user: user.email, password: user.password });
  const secret = fromBase32(clinic.portals.skerrow.user(user.email).secret!);
  await visitor.post('/login/code', { authCode: codeOfStep(secret, stepAt(Date.now())) });
  return secret;
}
type Visitor = ReturnType<typeof createVisitor>;

test('J1 switched on for everybody: enrolled on the login screen, filled at the next login', async ({
  context,
  clinic,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab).toHaveURL(`${ORIGIN}/home`);
  await switchOn(clinic);
  await tab.reload();
  await expect(tab, 'E4: everybody is logged out').toHaveURL(`${ORIGIN}/login`);

  // E5, E6: nobody is logged in yet; the barcode is read, and bound to this host.
  await logIn(tab);
  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page');
  expect(await popup.text()).toContain(HOST);
  await popup.click('Save');
  await expect(box(tab)).toHaveValue(/^\d{6}$/);
  await lanyard.closePopup();
  await send(tab);
  await expect(tab).toHaveURL(`${ORIGIN}/home`);
  expect(await held(lanyard)).toMatchObject([{ issuer: 'Skerrow', account: SAM.email, origins: [ORIGIN] }]);

  // E8: the password, and the code is in the box.
  await toNextStep(lanyard);
  await tab.getByRole('button', { name: 'Log Out' }).click();
  await logIn(tab);
  await expect(box(tab)).toHaveValue(/^\d{6}$/);
  await send(tab);
  await expect(tab).toHaveURL(`${ORIGIN}/home`);
  const sam = { logins: ['password', 'code', 'code'], failures: 0 };
  expect(clinic.portals.skerrow.user(SAM.email)).toMatchObject(sam);
});

test('J5 reset by the admin: a new barcode replaces the old key, whose code stays out of the box', async ({
  context,
  clinic,
  lanyard,
}) => {
  const { skerrow } = clinic.portals;
  const ruth = await switchOn(clinic);
  const old = await logInElsewhere(clinic, createVisitor(clinic.port, HOST), SAM);
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const account = {
    keyUri: keyUri('Skerrow', SAM.email, old),
    origin: ORIGIN,
    tabId: null,
    same: 'ask',
  } as const;
  await lanyard.ask('accounts/add', account);
  // The control: before the reset the same login fills it.
  const tab = await context.newPage();
  await logIn(tab);
  await expect(box(tab)).toHaveValue(/^\d{6}$/);

  await logInElsewhere(clinic, ruth, OWNER);
  await ruth.post('/settings/users/reset', { user: SAM.email });
  await toNextStep(lanyard);
  await context.clearCookies();
  await logIn(tab);
  await expect(tab.getByText('scan this barcode')).toBeVisible();
  await tab.waitForTimeout(2500);
  await expect(box(tab)).toHaveValue('');

  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page');
  await popup.press('Enter');
  await popup.see(/You already have Skerrow/);
  await popup.click('Replace');
  await expect(box(tab)).toHaveValue(/^\d{6}$/);
  expect(isCurrentCode(await box(tab).inputValue(), skerrow.user(SAM.email).secret!)).toBe(true);
  await lanyard.closePopup();
  await send(tab);
  await expect(tab).toHaveURL(`${ORIGIN}/home`);
  expect(skerrow.user(SAM.email)).toMatchObject({ twoFactorOn: true, failures: 0 });
  expect(await held(lanyard)).toHaveLength(1);
  // The old key is dead at the portal, and kept aside here.
  expect(await lanyard.ask('accounts/trash')).toMatchObject([{ account: SAM.email, why: 'replaced' }]);
});
