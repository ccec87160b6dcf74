import type { BrowserContext, Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, SECRET, test } from './fixtures';

/** What a portal made of a code, on pages that are built in other ways than the clinic's own. */

const BOX =
  '<label for="code">Authentication code</label><input id="code" name="otp" inputmode="numeric" maxlength="6" autocomplete="one-time-code">';
const page = (body: string, script = '') =>
  `<!doctype html><title>Log in</title><h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p>${body}<script>
  const box = document.querySelector('input'), main = document.body, later = (work) => setTimeout(work, 400);
  ${script}</script>`;

const pages: [string, 'accepted' | 'refused' | null, string, ((tab: Tab) => Promise<unknown>)?][] = [
  [
    'a form that goes off by itself',
    'accepted',
    page(
      `<form action="/inside">${BOX.replace('name="otp"', '')}</form>`,
      'box.oninput = () => box.value.length === 6 && box.form.submit()',
    ),
  ],
  [
    'an app that asks its server by itself, and goes on in the same page',
    'accepted',
    page(
      BOX,
      "box.oninput = () => box.value.length === 6 && later(() => main.innerHTML = '<h1>Welcome</h1>')",
    ),
  ],
  [
    'an app whose button is pressed',
    'accepted',
    page(
      `${BOX}<div><button onclick="later(() => main.innerHTML = '<h1>Welcome</h1>')">Verify</button></div>`,
    ),
    (tab) => tab.getByRole('button', { name: 'Verify' }).click(),
  ],
  [
    'an app that empties its box again',
    'refused',
    page(
      `${BOX}<p id="says"></p><div><button onclick="later(() => { box.value = ''; says.textContent = 'That code is not right.' })">Verify</button></div>`,
    ),
    (tab) => tab.getByRole('button', { name: 'Verify' }).click(),
  ],
  [
    'a dialog that is closed with a key',
    null,
    page(`<div id="dialog">${BOX}</div>`, "onkeydown = ({ key }) => key === 'Escape' && dialog.remove()"),
    (tab) => tab.keyboard.press('Escape'),
  ],
  [
    'a dialog that is cancelled',
    null,
    page(`<div id="dialog">${BOX}<button onclick="dialog.remove()">Cancel</button></div>`),
    (tab) => tab.getByRole('button', { name: 'Cancel' }).click(),
  ],
];

async function fillOn(context: BrowserContext, lanyard: Lanyard, body: string): Promise<Tab> {
  const accountId = await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await tab.route(`${ORIGIN}/ask`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await tab.route(/\/inside/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' }),
  );
  await tab.goto(`${ORIGIN}/ask`);
  const tabId = await lanyard.tabInFront();
  const asked = { tabId, accountId, again: false };
  expect(await lanyard.ask('fill/active-tab', asked)).toEqual({ outcome: 'filled' });
  return tab;
}

for (const [how, answer, body, then] of pages)
  test(`${how}: ${answer ?? 'nothing is known'}`, async ({ context, lanyard }) => {
    const tab = await fillOn(context, lanyard, body);
    await then?.(tab);
    if (answer === 'accepted') await expect(tab.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    else await tab.waitForTimeout(8_000);
    const verifiedAt = async () =>
      (await lanyard.ask('vault/snapshot', { tabId: null })).accounts[0]!.verifiedAt;
    if (answer === 'accepted') await expect.poll(verifiedAt, { timeout: 15_000 }).toEqual(expect.any(Number));
    else expect(await verifiedAt()).toBeNull();
  });

const buttons: [string, string, string | null][] = [
  ['a form’s only button', `<form>${BOX}<button>Los geht’s</button></form>`, 'Los geht’s'],
  [
    'not the one for another way',
    `<form>${BOX}<button>Back</button><button>Activate now</button></form>`,
    'Activate now',
  ],
  ['an input for a button', `<form>${BOX}<input type="submit" value="Turn on 2FA"></form>`, 'Turn on 2FA'],
  [
    'one far below, in no form',
    `<div><div>${BOX}</div></div><p>Words</p><footer><button>Finish</button></footer>`,
    'Finish',
  ],
  ['one that waits for the code', `<form>${BOX}<button disabled>Confirm</button></form>`, 'Confirm'],
  ['none', BOX, null],
  [
    'none where a page would say too much',
    `<form>${BOX}<button>${'Enable '.repeat(30)}</button></form>`,
    null,
  ],
  [
    'as text, whatever it is',
    `<form>${BOX}<button>&lt;b&gt;Enable&lt;/b&gt;\u202e</button></form>`,
    '<b>Enable</b>',
  ],
];

test('the button that a saved account’s card names', async ({ context, lanyard }) => {
  test.setTimeout(120_000);
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  for (const [place, [which, body, words]] of buttons.entries()) {
    const address = `${ORIGIN}/set-up-${place}`;
    await tab.route(address, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: page(body) }),
    );
    await tab.goto(address);
    const tabId = await lanyard.tabInFront();
    const secret = `${SECRET.slice(1)}${'ABCDEFGH'[place]}`;
    const keyUri = `otpauth://totp/Larkmoor:${place}?secret=${secret}&issuer=Larkmoor`;
    await lanyard.ask('accounts/add', { keyUri, origin: ORIGIN, tabId, same: 'ask' });
    const { tab: view } = await lanyard.ask('vault/snapshot', { tabId });
    expect(view?.enrolled, which).toMatchObject({ outcome: 'filled', goOn: words });
  }
});
