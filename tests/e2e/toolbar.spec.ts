import type { BrowserContext } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, logIn, ORIGIN, test, VAULT_PASSWORD } from './fixtures';

/** The toolbar's button says how things stand, by the shape of its card and in words. */

interface Action {
  setIcon(icon: { tabId?: number; path: Record<string, string> }): Promise<void>;
  getTitle(of: { tabId?: number }): Promise<string>;
}

/** From now on the worker's pictures are noted: no browser tells which one it shows. */
const noteIcons = (context: BrowserContext) =>
  context.serviceWorkers()[0]!.evaluate(() => {
    const world = globalThis as unknown as { icons: [string, string][]; chrome: { action: Action } };
    world.icons = [];
    const { action } = world.chrome;
    const setIcon = action.setIcon.bind(action);
    action.setIcon = (icon) => {
      world.icons.push([String(icon.tabId ?? 'all'), icon.path[16]!.slice('/icon/'.length)]);
      return setIcon(icon);
    };
  });

/** The picture last given to a tab, or to all of them. */
const iconOf = (context: BrowserContext, tab: number | 'all') =>
  context
    .serviceWorkers()[0]!
    .evaluate(
      (of) =>
        (globalThis as unknown as { icons: [string, string][] }).icons.findLast(([tab]) => tab === of)?.[1],
      String(tab),
    );

const titleOf = (lanyard: Lanyard, tabId?: number) =>
  lanyard.arrange(
    (of: object) => (globalThis as unknown as { chrome: { action: Action } }).chrome.action.getTitle(of),
    tabId === undefined ? {} : { tabId },
  );

test('locked, open, a prompt that waits, and locked again in a tab that had one', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  await expect.poll(() => titleOf(lanyard)).toBe('Lanyard');
  await noteIcons(context);

  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  const tabId = await lanyard.tabInFront();
  await lanyard.ask('vault/lock');
  await expect.poll(() => iconOf(context, 'all')).toBe('locked-16.png');
  await expect.poll(() => titleOf(lanyard)).toMatch(/^Lanyard is locked/);

  await logIn(tab);
  await expect.poll(() => iconOf(context, tabId)).toBe('locked-16.png');
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  await expect.poll(() => iconOf(context, 'all')).toBe('unlocked-16.png');
  await tab.goto(`${ORIGIN}/plain`);
  await expect.poll(() => iconOf(context, tabId)).toBe('unlocked-16.png');
  // The tab has a picture of its own now, which the lock must not leave as it is.
  await lanyard.ask('vault/lock');
  await expect.poll(() => iconOf(context, tabId)).toBe('locked-16.png');
});

test('a wrong clock is said until it is right again', async ({ context, clinic, lanyard }) => {
  await createVaultWithSam(lanyard);
  await noteIcons(context);
  clinic.setClock(94_000);
  const tab = await context.newPage();
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/, { timeout: 40_000 });
  expect(await iconOf(context, 'all')).toBeUndefined(); // the control: nobody knows of it yet
  await tab.getByRole('button', { name: 'Verify' }).click();
  await expect.poll(() => iconOf(context, 'all'), { timeout: 20_000 }).toBe('warn-16.png');
  await expect.poll(() => titleOf(lanyard)).toMatch(/clock is wrong, so codes may be refused/);

  const { error } = (await lanyard.ask('vault/snapshot', { tabId: null })).clock;
  await lanyard.ask('clock/correct', { skew: error!.skew });
  await expect.poll(() => iconOf(context, 'all')).toBe('unlocked-16.png');
  await expect.poll(() => titleOf(lanyard)).toBe('Lanyard');
});
