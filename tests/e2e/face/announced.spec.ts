import { expectedCode } from '../../../scripts/lib/codes.mjs';
import type { Page } from '../../../scripts/lib/page.mjs';
import {
  createVaultWithSam,
  expect,
  JANE_KEY_URI,
  logIn,
  ORIGIN,
  SECRET,
  test,
  VAULT_PASSWORD,
} from '../fixtures';

/*
 * What a screen reader says. It speaks of a change where a live region had been in the page already when its words came, so
 * that is what is listened for.
 */
const LISTEN = `(() => {
  const REGIONS = '[role=status], [role=alert], [aria-live=polite]';
  const regionOf = (node) => (node instanceof Element ? node : node.parentElement)?.closest('[aria-live=off], [role=timer], ' + REGIONS);
  window.heard = [];
  let known = new Set(document.querySelectorAll(REGIONS));
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      const region = regionOf(target);
      if (!known.has(region)) continue;
      const words = type === 'characterData' ? target.data : [...addedNodes].map((node) => node.textContent).join(' ');
      if (words.trim()) window.heard.push(words.trim());
    }
    known = new Set(document.querySelectorAll(REGIONS));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;
const heard = (popup: Page) => popup.evaluate('window.heard.join(" | ")');
const hears = (popup: Page, words: RegExp) =>
  expect.poll(() => heard(popup), { message: 'what is announced' }).toMatch(words);

interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/** The accessibility tree, as the browser hands it to a screen reader. */
async function told(popup: Page): Promise<Told[]> {
  const { nodes } = await popup.session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node: { ignored: boolean }) => !node.ignored)
    .map((node: Record<string, { value?: string }>) => ({
      role: node.role?.value ?? '',
      name: node.name?.value ?? '',
      description: node.description?.value ?? '',
    }));
}

test.describe('a screen reader', () => {
  test('is told of what was copied, what failed and what was filled', async ({ context, lanyard }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
    const accountId = await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/edit', {
      ...{ accountId, issuer: 'Larkmoor', account: 'sam' },
      fillsItself: false,
      submits: false,
    });
    await lanyard.ask('vault/lock');
    const tab = await context.newPage();
    await logIn(tab);
    await tab.locator('#verification-code').waitFor();
    const popup = await lanyard.popup(tab);
    await popup.evaluate('window.close = () => {}');
    await popup.see('Unlock');
    await popup.evaluate(LISTEN);
    await popup.type('not this one');
    await popup.press('Enter');
    await hears(popup, /not the password/);
    await popup.type(VAULT_PASSWORD);
    await popup.press('Enter');
    await popup.see('Copy');
    await popup.click('Copy');
    await hears(popup, /Copied\./);
    await popup.click('Fill');
    await hears(popup, /Filled on harbour/);
    await lanyard.closePopup();
  });

  test('is told of the account found on a page, and of its saving', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Add account');
    await popup.evaluate(LISTEN);
    await popup.click('Add account');
    await popup.fill(/^Key/, JANE_KEY_URI);
    await popup.press('Tab');
    await popup.evaluate(`document.querySelector('form').requestSubmit()`);
    await hears(popup, /Ready to save.*jane/);
    await popup.click('Save');
    await hears(popup, /Saved\./);
    await lanyard.closePopup();
  });

  test('reads codes digit by digit, and the seconds only where it is asked to', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/add', { keyUri: JANE_KEY_URI, origin: null, tabId: null, same: 'ask' });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    const around = [-30_000, 0, 30_000].map((shift) =>
      [...expectedCode(SECRET, Date.now() + shift)].join(' '),
    );
    const nodes = await told(popup);
    const images = nodes.filter(({ role }) => role === 'image' || role === 'img').map(({ name }) => name);
    expect(images.some((name) => around.includes(name))).toBe(true);
    expect(images.some((name) => /^\d+ seconds? left$/.test(name))).toBe(true);
    const fill = nodes.find(({ role, name }) => role === 'button' && name === 'Fill');
    expect(fill?.description).toMatch(/^(\d ){5}\d \d+ seconds? left$/);
    const row = nodes.find(({ name }) => name.startsWith('Copy the code of Larkmoor jane'));
    expect(row).toMatchObject({ role: 'button', description: expect.stringMatching(/^(\d ){5}\d$/) });

    await popup.evaluate(LISTEN);
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(await heard(popup)).toBe('');
    // Control: a countdown in a live region would have been heard.
    await popup.evaluate(`{
      const region = document.querySelector('.foot-status');
      setInterval(() => { region.textContent = Date.now() + ' left'; }, 1000);
    }`);
    await hears(popup, /\d+ left/);
    await lanyard.closePopup();
  });

  test('is not told of a region that came with its words (control)', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    await popup.evaluate(LISTEN);
    await popup.evaluate(`{
      const late = document.createElement('p');
      late.role = 'status';
      late.textContent = 'Late';
      document.querySelector('.foot').append(late);
    }`);
    await popup.evaluate(`document.querySelector('.foot-status').textContent = 'In time'`);
    await hears(popup, /In time/);
    expect(await heard(popup)).not.toContain('Late');
    await lanyard.closePopup();
  });
});
