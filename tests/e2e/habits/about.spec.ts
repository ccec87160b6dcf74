import { createVaultWithSam, expect, test } from '../fixtures';

test('About: the version, the keys as the browser has them, and every licence in full', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html#about`);
  const version = await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getManifest(): { version: string } } };
    };
    return chrome.runtime.getManifest().version;
  });
  await expect(page.getByRole('heading', { name: `Lanyard ${version}` })).toBeVisible();
  const keys = await lanyard.arrange(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } };
    };
    return chrome.commands.getAll();
  });
  const { shortcut } = keys.find(({ name }) => name === '_execute_action')!;
  await expect(page.locator('.keys-line', { hasText: 'Open Lanyard' })).toContainText(
    shortcut || 'No key yet',
  );
  await expect(page.locator('.keys-line', { hasText: 'Lock Lanyard' })).toContainText('No key yet');
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Their licences in full' }).click();
  await expect((await opened).locator('body')).toContainText('Apache License');
});
