import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, logIn, test, VAULT_PASSWORD } from '../fixtures';
import { messagesOf, pseudo, pseudoMessages } from './pseudo';

const english = messagesOf('en');
const said = (key: string) => english[key]!.message;

test.use({ locales: { de: { ...pseudoMessages(english), language: { message: 'de' } } } });

test('a language is chosen, spoken by every page and by the worker, and given back', async ({
  context,
  lanyard,
}) => {
  const page = (file: string) => `chrome-extension://${lanyard.id}/${file}.html`;
  const title = () =>
    lanyard.arrange(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { action: { getTitle(of: object): Promise<string> } };
      };
      return chrome.action.getTitle({});
    });
  const settings = await context.newPage();
  await settings.goto(`${page('options')}#language`);
  const list = settings.getByLabel(said('language_label'));
  await expect(list.locator('option')).toHaveText([
    'As the browser: English',
    'English',
    'Deutsch',
    'Español',
    'Français',
    'Nederlands',
    'Português (Brasil)',
  ]);
  await expect(list).toHaveValue('');

  await list.selectOption('de');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText(pseudo(said('options_title')));
  await expect(settings.locator('html')).toHaveAttribute('lang', 'de');
  await expect(settings.getByLabel(pseudo(said('language_label')))).toHaveValue('de');
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  await lanyard.ask('vault/lock');
  await expect.poll(title).toBe(pseudo(said('badge_locked_title')));
  await lanyard.killWorker();
  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  await expect.poll(title).toBe(pseudo(said('action_title')));
  for (const file of ['popup', 'welcome', 'scan', 'recovery-codes']) {
    await settings.goto(page(file));
    await expect(settings.locator('#app')).toContainText('⟦');
    await expect(settings.locator('html')).toHaveAttribute('lang', 'de');
  }

  // What a browser that cleans up takes from the pages is still among the settings.
  await settings.evaluate(() => localStorage.clear());
  await settings.goto(`${page('options')}#language`);
  await expect(settings.getByLabel(pseudo(said('language_label')))).toHaveValue('de');

  await settings.getByLabel(pseudo(said('language_label'))).selectOption('');
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText(said('options_title'));
  await expect(settings.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(title).toBe(said('action_title'));
  expect(await settings.evaluate(() => localStorage.length)).toBe(0);
});

/** Whether it stands in the page, our hint's closed root included. */
async function says(tab: Tab, text: string): Promise<boolean> {
  const session = await tab.context().newCDPSession(tab);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return JSON.stringify(root).includes(text);
}

test('the hint in a page is in the chosen language, too', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  await lanyard.ask('words/choose', { language: 'de' });
  await lanyard.ask('vault/lock');
  const tab = await context.newPage();
  await logIn(tab);
  await expect.poll(() => says(tab, pseudo(said('hint_locked')))).toBe(true);

  await lanyard.ask('vault/unlock', { password: VAULT_PASSWORD, tabId: null });
  await lanyard.ask('words/choose', { language: null });
  await logIn(tab);
  await expect.poll(() => says(tab, said('hint_filled'))).toBe(true);
});

test('a language whose texts cannot be read leaves the browser’s', async ({ context, lanyard }) => {
  await lanyard.ask('words/choose', { language: 'nl' });
  const page = await context.newPage();
  await page.route('**/_locales/**', (route) => route.abort());
  await page.goto(`chrome-extension://${lanyard.id}/options.html`);
  await page.evaluate(() => localStorage.setItem('language', 'nl'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('options_title'));
});
