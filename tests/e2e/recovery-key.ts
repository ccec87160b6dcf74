import { expect, type Page as Tab } from '@playwright/test';

/** Types one group of the key shown back, as from paper. Returns the key. */
export async function confirmRecoveryKey(page: Tab): Promise<string> {
  await expect(page.locator('[data-group]')).toHaveCount(8);
  const groups = await page.locator('[data-group]').allTextContents();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const label = await page
    .locator('label')
    .filter({ hasText: /^Group/ })
    .textContent();
  await page.getByLabel(/^Group \d$/).fill(groups[Number(/\d/.exec(label!)![0]) - 1]!);
  return groups.join('-');
}
