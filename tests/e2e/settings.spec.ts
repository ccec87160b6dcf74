import { createVaultWithSam, expect, test } from './fixtures';

const SECTIONS = ['Accounts', 'Security', 'Backups', 'Sites', 'People', 'About'];

test('the settings are sections with an address each, by pointer, by keys and by the browser’s Back', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html`);
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const current = page.locator('nav [aria-current=page]');
  await expect(current).toHaveText('Accounts');
  await expect(page.getByRole('main')).toHaveCount(1);
  for (const name of SECTIONS) {
    await link(name).click();
    await expect(current).toHaveText(name);
    await expect(page.getByRole('region', { name, exact: true })).toBeFocused();
    await expect(page).toHaveTitle(`${name} · Lanyard settings`);
    const levels = await page
      .locator('h1, h2, h3')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
    levels.forEach((level, place) => {
      expect(level - (levels[place - 1] ?? 0), `${name}: ${levels}`).toBeLessThanOrEqual(1);
    });
  }
  await page.goBack();
  await expect(current).toHaveText('People');

  await link('Backups').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Backups', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByText('Make a backup')).toBeFocused();
});

test('a link leads straight to a section, and one that leads nowhere to the first', async ({
  context,
  lanyard,
}) => {
  await createVaultWithSam(lanyard);
  const page = await context.newPage();
  for (const [hash, name] of [
    ['#security', 'Security'],
    ['#nowhere', 'Accounts'],
  ]) {
    await page.goto(`chrome-extension://${lanyard.id}/options.html${hash}`);
    await page.reload();
    await expect(page.locator('nav [aria-current=page]')).toHaveText(name!);
  }
});

test('no section is wider than the page, from 320 px up', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html`);
  for (const width of [320, 400, 760, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of SECTIONS) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
