import { SAM } from '../../clinic/portals/people.ts';
import { expect, test, VAULT_PASSWORD } from '../fixtures';
import { toNextStep } from './next-step';

/** Set-up code and prompt in a frame of the portal's own: read, bound to the one host, and filled there. */

const HOST = 'pellmoor.clinic.example';
const ORIGIN = `https://${HOST}`;

test.use({ granted: [`${ORIGIN}/*`] });

test('J1, J2 enrolled and logged in within a frame of the page’s own origin', async ({
  context,
  clinic,
  lanyard,
}) => {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  const box = tab.frameLocator('iframe').locator('#pin_code');
  const press = (name: string) => tab.frameLocator('iframe').getByRole('button', { name }).click();
  const logIn = async () => {
    await tab.goto(`${ORIGIN}/login`);
    await tab.getByLabel('E-mail').fill(SAM.email);
    await tab.getByLabel('Password').pressSequentially(SAM.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
  };
  await logIn();
  await tab.getByRole('link', { name: 'Security' }).click();
  await expect(box).toBeVisible();
  const popup = await lanyard.popup(tab);
  await popup.see('Found on this page');
  expect(await popup.text()).toContain(HOST);
  await popup.click('Save');
  await expect(box).toHaveValue(/^\d{6}$/);
  await lanyard.closePopup();
  await press('Switch on');
  await expect(tab.getByText('Two-step sign-in is on.')).toBeVisible();

  await toNextStep(lanyard);
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await logIn();
  await expect(box).toHaveValue(/^\d{6}$/);
  await press('Sign in');
  await expect(tab).toHaveURL(`${ORIGIN}/today`);
  expect(clinic.portals.pellmoor.user(SAM.email)).toMatchObject({
    logins: ['password', 'code'],
    failures: 0,
  });
});
