import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, logIn, ORIGIN, SAM, test } from './fixtures';

/** Pressing the button for the person, where they switched that on for the account. */

async function switchOn(lanyard: Lanyard, submits = true): Promise<string> {
  const accountId = await createVaultWithSam(lanyard);
  const edited = { accountId, issuer: 'Larkmoor', account: SAM.email, fillsItself: true, submits };
  await lanyard.ask('accounts/edit', edited);
  return accountId;
}

for (const variant of ['single', 'spa'])
  test(`in, without a hand on the prompt: ${variant}`, async ({ context, clinic, lanyard }) => {
    await switchOn(lanyard);
    const tab = await context.newPage();
    await logIn(tab, `${ORIGIN}/v/${variant}/login`);
    await expect(tab).toHaveURL(/\/dashboard$/, { timeout: 40_000 });
    expect(clinic.user(SAM.email)).toMatchObject({ logins: ['code'], failures: 0 });
    expect(clinic.user(SAM.email).attempts).toHaveLength(1);
  });

/** A prompt that counts what is pressed and sent. */
async function show(tab: Tab, form: string, script = ''): Promise<void> {
  await tab.route(`${ORIGIN}/counted`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Portal</title><h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p>
        ${form}<script>
          const box = document.querySelector('input');
          window.pressed = [];
          for (const button of document.querySelectorAll('button'))
            button.addEventListener('click', () => pressed.push(button.textContent));
          document.addEventListener('submit', (event) => { event.preventDefault(); pressed.push('sent'); });
          ${script}
        </script>`,
    }),
  );
  await tab.goto(`${ORIGIN}/counted`);
}

const BOX = '<label>Verification code <input inputmode="numeric" maxlength="6"></label>';
const pressed = (tab: Tab) => tab.evaluate(() => (window as unknown as { pressed: string[] }).pressed);

const PAGES = [
  ['the only button', `<form>${BOX}<button>Los</button></form>`, '', ['Los', 'sent']],
  [
    'the one that says so',
    `<form>${BOX}<button>Resend code</button><button>Verify</button></form>`,
    '',
    ['Verify', 'sent'],
  ],
  ['a form without a button', `<form>${BOX}</form>`, '', ['sent']],
  ['not one of two that say nothing', `<form>${BOX}<button>A</button><button>B</button></form>`, '', []],
  ['not one that is disabled', `<form>${BOX}<button disabled>Verify</button></form>`, '', []],
  [
    'not where the page sent it by itself',
    `<form>${BOX}<button>Verify</button></form>`,
    'box.addEventListener("input", () => box.form.requestSubmit());',
    ['sent'],
  ],
  [
    'not where the page asked its server',
    `<form>${BOX}<button>Verify</button></form>`,
    'box.addEventListener("input", () => { const ask = new XMLHttpRequest(); ask.open("GET", "/plain", false); ask.send(); });',
    [],
  ],
  [
    'not where the page emptied the box',
    `<form>${BOX}<button>Verify</button></form>`,
    'box.addEventListener("input", () => setTimeout(() => { box.value = ""; }, 500));',
    [],
  ],
  [
    'not where it goes elsewhere',
    `<form method="post" action="https://other.example/">${BOX}<button>Verify</button></form>`,
    '',
    [],
  ],
] as const;

test('which button, and when not', async ({ context, lanyard }) => {
  test.setTimeout(180_000);
  const accountId = await switchOn(lanyard);
  const tab = await context.newPage();
  for (const [what, form, script, expected] of PAGES)
    await test.step(what, async () => {
      await tab.unrouteAll();
      await show(tab, form, script);
      const fill = { tabId: await lanyard.tabInFront(), accountId, again: true, sendsTo: 'other.example' };
      expect(await lanyard.ask('fill/active-tab', fill)).toEqual({ outcome: 'filled' });
      await tab.waitForTimeout(1500);
      expect([what, await pressed(tab)]).toEqual([what, expected]);
    });
});

test('the control: switched off, nothing is pressed', async ({ context, lanyard }) => {
  const accountId = await switchOn(lanyard, false);
  const tab = await context.newPage();
  await show(tab, `<form>${BOX}<button>Verify</button></form>`);
  await lanyard.ask('fill/active-tab', { tabId: await lanyard.tabInFront(), accountId, again: true });
  await tab.waitForTimeout(1500);
  expect(await pressed(tab)).toEqual([]);
});
