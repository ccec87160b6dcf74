import type { Page as Tab } from '@playwright/test';
import { expectedCode } from '../../scripts/lib/codes.mjs';
import {
  createVaultWithSam,
  expect,
  JANE,
  JANE_KEY_URI,
  JANE_SECRET,
  type Lanyard,
  logIn,
  ORIGIN,
  SAM,
  SECRET,
  test,
} from './fixtures';
import { logInAtKiosk } from './kiosk';

/** Several accounts on one host: the login name that was submitted, or that the page shows, decides; else nobody does. */

const BOTH = {
  users: [
    { ...SAM, secret: SECRET },
    { ...JANE, secret: JANE_SECRET },
  ],
};
const box = (tab: Tab) => tab.locator('#verification-code');

async function addJane(lanyard: Lanyard): Promise<string> {
  const jane = { keyUri: JANE_KEY_URI, origin: ORIGIN, tabId: null, same: 'ask' } as const;
  return (await lanyard.ask('accounts/add', jane)).accountId;
}

test.describe('two accounts on one host', () => {
  test.use({ clinicOptions: BOTH });

  for (const [who, user] of [
    ['Sam', SAM],
    ['Jane', JANE],
  ] as const)
    test(`${who} logs in: ${who}'s code`, async ({ context, clinic, lanyard }) => {
      await createVaultWithSam(lanyard);
      await addJane(lanyard);
      const tab = await context.newPage();
      await logIn(tab, `${ORIGIN}/login`, user);
      await expect(box(tab)).toHaveValue(/^\d{6}$/);
      await tab.getByRole('button', { name: 'Verify' }).click();
      await expect(tab).toHaveURL(/\/dashboard$/);
      expect(clinic.user(user.email)).toMatchObject({ logins: ['code'], failures: 0 });
    });

  test('the name on a page of its own, the password on the next', async ({ context, clinic, lanyard }) => {
    await createVaultWithSam(lanyard);
    await addJane(lanyard);
    const tab = await context.newPage();
    const show = (path: string, body: string) =>
      tab.route(`${ORIGIN}${path}`, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Log in</title>${body}` }),
      );
    await show(
      '/name',
      `<form action="/password" method="post"><label>E-mail <input type="email" name="email" autocomplete="username"></label><button>Next</button></form>`,
    );
    await show(
      '/password',
      `<form action="/login" method="post"><input type="hidden" name="email" value="${JANE.email}"><label>Password <input type="password" name="password"></label><button>Log in</button></form>`,
    );
    await tab.goto(`${ORIGIN}/name`);
    await tab.getByLabel('E-mail').pressSequentially(JANE.email);
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByLabel('Password').pressSequentially(JANE.password);
    await tab.getByRole('button', { name: 'Log in' }).click();
    await expect(box(tab)).toHaveValue(/^\d{6}$/);
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab).toHaveURL(/\/dashboard$/);
    expect(clinic.user(JANE.email).logins).toEqual(['code']);
  });

  test('the page shows who is logging in', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    await addJane(lanyard);
    const tab = await context.newPage();
    const prompt = (words: string) => `<!doctype html><title>Portal</title><h1>Two-factor authentication</h1>
      <p>${words} Need help? Write to help@larkmoor.example.</p><p>Enter the code from your authenticator app.</p>
      <form method="post"><label>Verification code <input id="verification-code" inputmode="numeric" maxlength="6"></label></form>`;
    for (const [words, expected] of [
      ['Welcome.', null],
      [`Signed in as ${JANE.email}.`, JANE_SECRET],
    ] as const) {
      await tab.route(`${ORIGIN}/check`, (route) =>
        route.fulfill({ contentType: 'text/html', body: prompt(words) }),
      );
      await logInAtKiosk(tab);
      if (expected) {
        await expect(box(tab)).toHaveValue(/^\d{6}$/);
        const now = Date.now();
        expect([expectedCode(expected, now), expectedCode(expected, now - 30_000)]).toContain(
          await box(tab).inputValue(),
        );
      } else {
        await tab.waitForTimeout(2000);
        await expect(box(tab)).toHaveValue('');
      }
    }
  });

  test('a name that is neither’s: nothing by itself, the popup asks', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    await addJane(lanyard);
    const tab = await context.newPage();
    await logIn(tab, `${ORIGIN}/lookalike`, { email: 'lee@harbourphysio.example', password: 'x' });
    await tab.waitForTimeout(2000);
    await expect(box(tab)).toHaveValue('');
    const popup = await lanyard.popup(tab);
    for (const { email } of [SAM, JANE]) await popup.see(email);
  });
});

test.describe('one account', () => {
  test.use({ clinicOptions: BOTH });

  test('is not filled into a login of somebody else’s; by hand it is', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await logIn(tab, `${ORIGIN}/login`, JANE);
    await tab.waitForTimeout(2000);
    await expect(box(tab)).toHaveValue('');
    const popup = await lanyard.popup(tab);
    await popup.click('Fill');
    await expect(box(tab)).toHaveValue(/^\d{6}$/);
  });

  test('is filled where it is called by a label', async ({ context, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard);
    const label = { accountId, issuer: 'Larkmoor', account: 'Reception', fillsItself: true, submits: false };
    await lanyard.ask('accounts/edit', label);
    const tab = await context.newPage();
    await logIn(tab);
    await expect(box(tab)).toHaveValue(/^\d{6}$/);
  });

  test('of the login name nothing is kept', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    const stranger = { email: 'stranger@harbourphysio.example', password: 'x' };
    await logIn(tab, `${ORIGIN}/lookalike`, stranger);
    await tab.waitForTimeout(1000);
    const kept = await lanyard.arrange(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<'session' | 'local', { get(all: null): Promise<object> }> };
      };
      const areas = [await chrome.storage.session.get(null), await chrome.storage.local.get(null)];
      return JSON.stringify(areas);
    });
    expect(kept).toContain('"whose":"unclear"'); // the control: it was compared
    expect(kept).not.toContain('stranger');
  });
});
