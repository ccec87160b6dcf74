import type { CDPSession, Page as Tab } from '@playwright/test';
import { expectedCode } from '../../scripts/lib/codes.mjs';
import { createVaultWithSam, expect, logIn, ORIGIN, SAM, SECRET, test } from './fixtures';

/** The fill invariants of `utils/autofill/README.md` that only a real browser can show, under their own names. */

const page = (body: string) => `<!doctype html><title>Portal</title><h1>Two-factor authentication</h1>
  <p>Open your authenticator app and enter the six digits it shows.</p>${body}`;
const BOX =
  '<label for="good">Verification code</label><input id="good" inputmode="numeric" maxlength="6" autocomplete="one-time-code">';

async function show(tab: Tab, body: string): Promise<void> {
  await tab.route(`${ORIGIN}/made-up`, (route) =>
    route.fulfill({ contentType: 'text/html', body: page(body) }),
  );
  await tab.goto(`${ORIGIN}/made-up`);
}

const values = (tab: Tab) =>
  tab.locator('input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));

test('3. finding a prompt discloses nothing', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await show(tab, BOX);
  const before = await tab.content();
  await tab.waitForTimeout(1500);
  expect(await tab.content()).toBe(before);
  expect(await values(tab)).toEqual(['']);
  expect(clinic.loot).toEqual([]);
  // The control: the prompt was found all the while.
  const tabId = await lanyard.tabInFront();
  expect((await lanyard.ask('vault/snapshot', { tabId })).tab).toMatchObject({
    origin: ORIGIN,
    prompt: 'totp',
  });
});

test('4. one path gives codes to pages', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const ask = await inOurWorld(session, lanyard.id, tab);
  const tabId = await lanyard.tabInFront();
  const forbidden: [string, unknown][] = [
    ['vault/snapshot', { tabId: null }],
    ['vault/create', { password: 'whatever it may be' }],
    ['vault/unlock', { password: 'whatever it may be', tabId }],
    ['vault/lock', undefined],
    ['vault/renew-recovery-key', undefined],
    [
      'accounts/add',
      { keyUri: `otpauth://totp/A:b?secret=${SECRET}`, origin: null, tabId: null, same: 'ask' },
    ],
    ['accounts/bind', { accountId, origin: 'https://evil.example', tabId: null }],
    ['accounts/remove', { accountId }],
    ['codes/list', undefined],
    ['codes/copy', { accountId, which: 'now' }],
    ['fill/active-tab', { tabId, accountId, again: true }],
    ['fill/recovery', undefined],
    ['accounts/show-key', { accountId, password: 'whatever it may be' }],
    ['recovery/list', { accountId, password: 'whatever it may be' }],
    ['recovery/fill', { tabId, accountId }],
    ['recovery/mark', { accountId, code: 'a', used: false }],
    ['fill/code', undefined],
    ['fill/code', { origin: ORIGIN, accountId, trigger: 'popup' }],
  ];
  for (const [name, input] of forbidden)
    expect([name, await ask({ name, input })]).toEqual([name, { failure: { code: 'refused', values: [] } }]);
  expect(await ask({ name: 'storage/read' })).toBeNull();
  for (const area of ['local', 'session']) expect(await ask.storage(area)).toBe('refused');
  // The control: what a content script may say is answered there.
  expect(await ask({ name: 'fill/offer', input: { cameFrom: null, prompt: 'totp', why: [] } })).toEqual({
    value: 'nothing',
  });
});

/** Beside each, a good box is the control; `hostile/unseen` has many more ways to hide one. */
test.describe('6. never a hidden, read-only, disabled or covered box', () => {
  const bad = (what: string, style = '', attributes = '') =>
    [
      what,
      BOX.replace('id="good"', `id="bad" style="${style}" ${attributes}`).replace('for="good"', 'for="bad"'),
    ] as const;
  for (const [what, box] of [
    bad('hidden', 'display:none'),
    bad('transparent', 'opacity:0.01'),
    [
      'covered',
      `<div style="position:relative">${BOX}<div style="position:absolute;inset:-20px;background:white"></div></div>`,
    ],
    ['of a text message', BOX.replace('Verification code', 'SMS code sent to your phone')],
    ['of a recovery code', BOX.replace('Verification code', 'Recovery code')],
    ['of a card', BOX.replace('Verification code', 'Card security code (CVV)')],
    ['of a patient', BOX.replace('Verification code', 'Patient number')],
  ] as const) {
    test(what, async ({ context, lanyard }) => {
      const accountId = await createVaultWithSam(lanyard);
      const tab = await context.newPage();
      await show(tab, box);
      const fill = { tabId: await lanyard.tabInFront(), accountId, again: true };
      const { outcome } = await lanyard.ask('fill/active-tab', fill);
      expect({ outcome, values: await values(tab) }).toEqual({ outcome: 'no-prompt', values: [''] });
      // The control: a good box gets the code, and beside a bad one only the good one. (A cover is only seen when it
      // is about to be written; until then two boxes are alike, and alike means neither.)
      if (what.startsWith('of ')) return;
      const beside = what === 'covered' ? '' : box.replaceAll('good', 'bad');
      await show(tab, `${beside}<form style="margin-top:80px">${BOX}</form>`);
      await lanyard.ask('fill/active-tab', fill);
      expect((await values(tab)).filter(Boolean)).toHaveLength(1);
      await expect(tab.locator('#good')).toHaveValue(/^\d{6}$/);
    });
  }
});

test.describe('7. never a code about to expire, never a step twice', () => {
  test('two seconds left: the next one is waited for, and the hint says so', async ({
    context,
    clinic,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    const ahead = await lanyard.setClock(28_000);
    clinic.setClock(ahead);
    const tab = await context.newPage();
    const began = Date.now();
    await logIn(tab);
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 15_000 });
    const now = Date.now() + ahead;
    expect(Math.floor(now / 30_000)).toBe(Math.floor((began + ahead) / 30_000) + 1);
    await expect(tab.locator('#verification-code')).toHaveValue(expectedCode(SECRET, now));
    await tab.getByRole('button', { name: 'Verify' }).click();
    await expect(tab).toHaveURL(/\/dashboard$/);
  });

  test('a second login in the same step waits for the next', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    await lanyard.setClock(15_000);
    const tab = await context.newPage();
    await logIn(tab);
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
    const first = await tab.locator('#verification-code').inputValue();
    await logIn(tab);
    await tab.waitForTimeout(1500);
    await expect(tab.locator('#verification-code')).toHaveValue('');
    await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 20_000 });
    expect(await tab.locator('#verification-code').inputValue()).not.toBe(first);
  });
});

test('8. the person submits', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  await tab.waitForTimeout(1500);
  expect(tab.url()).toBe(`${ORIGIN}/login/code`);
  expect(clinic.user(SAM.email)).toMatchObject({ logins: [], attempts: [] });
});

/** Speaks to the worker out of our own content script's world, as a page that has taken over its process could. */
async function inOurWorld(session: CDPSession, id: string, tab: Tab) {
  let world: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${id}`) world = context.id;
  });
  await session.send('Runtime.enable');
  await tab.goto(`${ORIGIN}/lookalike`);
  await expect.poll(() => world).toBeDefined();
  const evaluate = async (expression: string): Promise<unknown> => {
    const parameters = { contextId: world!, expression, awaitPromise: true, returnByValue: true };
    return (await session.send('Runtime.evaluate', parameters)).result.value;
  };
  const say = (message: { name: string; input?: unknown }) =>
    evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  const storage = (area: string) =>
    evaluate(`chrome.storage.${area}.get(null).then((all) => Object.keys(all).join(), () => 'refused')`);
  return Object.assign(say, { storage });
}
