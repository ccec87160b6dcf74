import { hasDisplayPrograms } from '../../scripts/lib/display.mjs';
import { openTab } from '../../scripts/lib/popup.mjs';
import { createVaultWithSam, expect, HOST, JANE_KEY_URI, ORIGIN, test } from './fixtures';
import { onRealScreen } from './real-screen';

test.describe('what each site may do', () => {
  test.use({ granted: [`${ORIGIN}/*`, 'https://left.example/*'] });

  test('is said of each, with who is filled there; locked, no account is named', async ({
    context,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard);
    const jane = { keyUri: JANE_KEY_URI, origin: ORIGIN, tabId: null, same: 'keep-both' } as const;
    const janes = await lanyard.ask('accounts/add', jane);
    const settings = { issuer: 'Larkmoor', account: 'jane@harbourphysio.example', submits: false };
    await lanyard.ask('accounts/edit', { ...janes, ...settings, fillsItself: false });
    await lanyard.ask('accounts/bind', { accountId, origin: 'https://other.example', tabId: null });
    const page = await context.newPage();
    await page.goto(`chrome-extension://${lanyard.id}/options.html#sites`);
    const line = (host: string) => page.locator('.line').filter({ hasText: host });
    await expect(line(HOST)).toContainText('By itself: Larkmoor (sam@harbourphysio.example)');
    await expect(line(HOST)).toContainText('On your click: Larkmoor (jane@harbourphysio.example)');
    await expect(line('left.example')).toContainText('No account uses it.');
    await expect(line('other.example').getByRole('button')).toHaveText('Fill by itself');
    await lanyard.ask('vault/lock');
    await expect(page.getByText('Unlock Lanyard to see which accounts are used where.')).toBeVisible();
    await expect(line(HOST).getByRole('button', { name: `Take back ${HOST}` })).toBeVisible();
    expect(await page.evaluate(() => document.body.innerHTML)).not.toMatch(
      /harbourphysio|No account|other\./,
    );
  });
});

/** On a real screen and the shipped build: Chromium's own question is answered by real keys. */
test('a site is allowed from the settings, taken back, and allowed again', async () => {
  test.skip(!hasDisplayPrograms(), 'needs Xvfb, openbox and xdotool');
  await onRealScreen(async ({ browser, extensionId, answer }) => {
    const address = `chrome-extension://${extensionId}/options.html`;
    const office = await openTab(browser, address);
    const ask = (name: string, input: object) =>
      office.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`);
    const granted = () => office.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');
    await ask('vault/create', { password: 'seven teal buses at dawn' });
    await ask('accounts/add', { keyUri: JANE_KEY_URI, origin: ORIGIN, tabId: null, same: 'ask' });
    const page = await openTab(browser, `${address}#sites`);
    await page.session.send('Page.bringToFront');
    await page.click(`Let Lanyard fill by itself on ${HOST}`);
    await answer('Tab', 'Return');
    await expect.poll(granted).toEqual([`https://${HOST}/*`]);
    await page.see(`Lanyard may fill by itself on ${HOST}.`);

    await page.click(`Take back ${HOST}`);
    await expect.poll(granted).toEqual([]);
    await page.see(/^Lanyard no longer runs by itself/);
    await page.click('Allow again');
    await expect.poll(granted).toEqual([`https://${HOST}/*`]);
  });
});
