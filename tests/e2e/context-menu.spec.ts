import { createVaultWithSam, expect, logIn, ORIGIN, SAM, test } from './fixtures';

/** The menu itself is the browser's and answers to no driver: that the worker made it, and what it does when chosen. */

test('the menu of a box fills where the choice is clear', async ({ context, lanyard }) => {
  const accountId = await createVaultWithSam(lanyard);
  const quiet = { accountId, issuer: 'Larkmoor', account: SAM.email, fillsItself: false, submits: false };
  await lanyard.ask('accounts/edit', quiet);
  const tab = await context.newPage();
  await logIn(tab);
  await tab.waitForTimeout(1500);
  await expect(tab.locator('#verification-code')).toHaveValue('');
  await lanyard.chooseMenu('somebody-else'); // the control
  await tab.waitForTimeout(1500);
  await expect(tab.locator('#verification-code')).toHaveValue('');
  await lanyard.chooseMenu('fill-code');
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
});

test('it is there after install, once, with fixed words; locked, it shows the badge or the popup', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const isThere = (id: string) =>
    lanyard.arrange(async (id) => {
      const { chrome } = globalThis as unknown as {
        chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };
      };
      return chrome.contextMenus.update(id, { title: 'Fill 2FA code' }).then(
        () => true,
        () => false,
      );
    }, id);
  expect([await isThere('fill-code'), await isThere('anything-else')]).toEqual([true, false]);
  await lanyard.ask('vault/lock');
  const tab = await context.newPage();
  await tab.goto(`${ORIGIN}/plain`);
  await lanyard.chooseMenu('fill-code');
  await expect
    .poll(() =>
      lanyard.arrange(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(q: object): Promise<{ id: number }[]> };
            action: { getBadgeText(q: object): Promise<string> };
          };
        };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab!.id });
      }),
    )
    .toBe('•');
});
