import type { Page as Tab } from '@playwright/test';
import {
  createVaultWithSam,
  expect,
  HOST,
  type Lanyard,
  logIn,
  ORIGIN,
  SAM_KEY_URI,
  test,
  VAULT_PASSWORD,
} from './fixtures';

/** The box at the prompt that has the portal remember this browser: the date is noted, and said. */

const DAY = 86_400_000;
const CLINIKO = 'https://harbour.au1.cliniko.com';

const rememberedOf = async (lanyard: Lanyard) =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).remembered;

const dayOf = (at: number) => new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long' }).format(at);

/** Logs in; once the code is in, has the box say something else where wanted, ticks it or not, and sends the prompt. */
async function sendPrompt(
  tab: Tab,
  { ticks, words, origin = ORIGIN }: { ticks: boolean; words?: string; origin?: string },
) {
  await logIn(tab, `${origin}/login`);
  await expect(tab.locator('.code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  if (words)
    await tab.evaluate((said) => {
      const label = document.querySelector('label.tick')!;
      label.replaceChildren(label.querySelector('input')!, said);
    }, words);
  if (ticks) await tab.locator('[name=remember]').check();
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab.getByRole('button', { name: 'Log out' })).toBeVisible();
}

test('ticked: the popup says when the next code is due; asked again and left empty: nothing any more', async ({
  context,
  lanyard,
}) => {
  test.setTimeout(120_000);
  const accountId = await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  const before = Date.now();
  await sendPrompt(tab, { ticks: true });
  await expect.poll(() => rememberedOf(lanyard)).toMatchObject([{ accountId, origin: ORIGIN }]);
  const [remembered] = await rememberedOf(lanyard);
  expect(remembered!.at).toBeGreaterThanOrEqual(before);
  expect(remembered!.until).toBe(remembered!.at + 30 * DAY);

  const due = dayOf(remembered!.until!);
  const popup = await lanyard.popup(tab);
  await popup.see(new RegExp(`The portal asks for a code again about ${due}.*On a shared PC`));
  await popup.click({ name: /^Open Larkmoor/, role: 'button' });
  await popup.see(`${HOST}: the next code is due about ${due}.`);
  await lanyard.closePopup();

  // On the disk there is a note, and nothing of it can be read; nor is it told while locked.
  const stored = await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(k: null): Promise<object> } } };
    };
    return Object.entries(await chrome.storage.local.get(null)).filter(([key]) =>
      key.startsWith('remembered/'),
    );
  });
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${HOST}|${accountId}|${remembered!.at}`));
  await lanyard.ask('vault/lock');
  expect(await rememberedOf(lanyard)).toEqual([]);
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  expect(await rememberedOf(lanyard)).toMatchObject([{ accountId }]);

  await context.clearCookies();
  await sendPrompt(tab, { ticks: false });
  await expect.poll(() => rememberedOf(lanyard)).toEqual([]);
});

test('the worker may be gone by the time the prompt is sent', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('.code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  await lanyard.killWorker();
  await tab.locator('[name=remember]').check();
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect(tab.getByRole('button', { name: 'Log out' })).toBeVisible();
  await expect.poll(async () => (await rememberedOf(lanyard)).length).toBe(1);
});

test('a box that does not say for how long; one about something else', async ({ context, lanyard }) => {
  test.setTimeout(120_000);
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  await sendPrompt(tab, { ticks: true, words: 'Send me news of this device' });
  await tab.waitForTimeout(1_000);
  expect(await rememberedOf(lanyard)).toEqual([]);

  await context.clearCookies();
  await sendPrompt(tab, { ticks: true, words: 'Remember this device' });
  await expect.poll(() => rememberedOf(lanyard)).toMatchObject([{ until: null }]);
  const popup = await lanyard.popup(tab);
  await popup.see(/This browser was remembered on/);
});

test.describe('in a page that sends its prompt by script', () => {
  test.use({
    clinicOptions: {
      users: [
        {
          email: 'sam@harbourphysio.example',
          password: 'calm-harbour-tide',
          secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        },
      ],
      variant: 'spa',
    },
  });
  test('the same', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await sendPrompt(tab, { ticks: true });
    await expect.poll(async () => (await rememberedOf(lanyard)).length).toBe(1);
  });
});

test.describe('at a portal of the catalogue', () => {
  test.use({ granted: [`${CLINIKO}/*`] });
  test('whose box does not say for how long, its help does', async ({ context, lanyard }) => {
    await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
    await lanyard.ask('accounts/add', { keyUri: SAM_KEY_URI, origin: CLINIKO, tabId: null, same: 'ask' });
    const tab = await context.newPage();
    await sendPrompt(tab, { ticks: true, words: 'keep me logged in on this device', origin: CLINIKO });
    await expect.poll(() => rememberedOf(lanyard)).toMatchObject([{ days: null }]);
    const [remembered] = await rememberedOf(lanyard);
    expect(remembered!.until).toBe(remembered!.at + 30 * DAY);
  });
});
