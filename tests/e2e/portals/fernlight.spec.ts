import type { Page as Tab } from '@playwright/test';
import { SAM } from '../../clinic/portals/people.ts';
import { codeOfStep, fromBase32, keyUri, stepAt } from '../../clinic/totp.ts';
import { createVisitor } from '../../clinic/visitor.ts';
import { expect, test, VAULT_PASSWORD } from '../fixtures';
import { toNextStep } from './next-step';

/** A single-page app with six boxes that send themselves: one code, sent once, and never a second by itself. */

const ORIGIN = 'https://fernlight.clinic.example';

test.use({ granted: [`${ORIGIN}/*`] });

const heading = (tab: Tab, name: string) => tab.getByRole('heading', { name });
const digits = (tab: Tab) =>
  tab
    .locator('.code input')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).join(''));

async function logIn(tab: Tab): Promise<void> {
  await tab.getByLabel('Email').fill(SAM.email);
  await tab.getByLabel('Password').pressSequentially(SAM.password);
  await tab.getByRole('button', { name: 'Continue' }).click();
}

test('J1, J2 enrolled, then logged in, without a hand on the boxes', async ({ context, clinic, lanyard }) => {
  const sam = () => clinic.portals.fernlight.user(SAM.email);
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/app`);
  await logIn(tab);
  await tab.getByRole('button', { name: 'Switch on' }).click();
  await expect(heading(tab, 'Switch on two-step verification')).toBeVisible();
  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page');
  await popup.click('Save');
  // The first code is all it takes: the app sends it by itself.
  await expect(heading(tab, 'Two-step verification is on')).toBeVisible();
  await lanyard.closePopup();
  expect(sam()).toMatchObject({ twoFactorOn: true, failures: 0 });

  await toNextStep(lanyard);
  await tab.getByRole('button', { name: 'Log out' }).click();
  await logIn(tab);
  await expect(heading(tab, 'Today')).toBeVisible();
  expect(sam()).toMatchObject({ logins: ['password', 'code'], failures: 0 });
  expect(sam().attempts).toHaveLength(2);
});

test('a code that is refused is not followed by another: the portal counts them', async ({
  context,
  clinic,
  lanyard,
}) => {
  const { fernlight } = clinic.portals;
  const elsewhere = createVisitor(clinic.port, fernlight.host);
  await elsewhere.postJson('/api/login', SAM);
  await elsewhere.postJson('/api/key', {});
  const secret = fromBase32(fernlight.user(SAM.email).secret!);
  await elsewhere.postJson('/api/key/confirm', { code: codeOfStep(secret, stepAt(Date.now()) - 1) });
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const account = {
    keyUri: keyUri('Fernlight', SAM.email, secret),
    origin: ORIGIN,
    tabId: null,
    same: 'ask',
  } as const;
  await lanyard.ask('accounts/add', account);
  clinic.setClock(300_000);

  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/app`);
  await logIn(tab);
  await expect(tab.getByRole('alert')).toContainText('not right');
  await tab.waitForTimeout(3000);
  expect(await digits(tab)).toBe('');
  expect(fernlight.user(SAM.email).failures).toBe(1);
  // The wrong clock is found out, and said.
  const skew = async () => (await lanyard.ask('vault/snapshot', { tabId: null })).clock.error?.skew ?? 0;
  await expect.poll(skew).toBeLessThan(-290);
});
