import { expect, test } from '@playwright/test';
import { hasDisplayPrograms } from '../../scripts/lib/display.mjs';
import { clickToolbarIcon, openTab } from '../../scripts/lib/popup.mjs';
import { startClinic } from '../clinic/clinic.ts';
import { HOST, ORIGIN, SAM, VAULT_PASSWORD } from './fixtures';
import { onRealScreen } from './real-screen';

/**
 * Chromium's own question about the host, answered by real keys on a real screen, on the shipped build. *Deny* has the
 * focus when it appears, *Allow* comes next.
 */
test.describe('the browser’s question, answered', () => {
  test.skip(!hasDisplayPrograms(), 'needs Xvfb, openbox and xdotool');

  for (const [answer, keys, granted] of [
    ['Allow', ['Tab', 'Return'], [`https://${HOST}/*`]],
    ['Deny', ['Return'], []],
    ['dismissed', ['Escape'], []],
  ] as const) {
    test(answer, async () => {
      const clinic = await startClinic({ users: [{ ...SAM }], demo: true });
      const args = [
        `--host-resolver-rules=${clinic.resolverRules}`,
        `--ignore-certificate-errors-spki-list=${clinic.spki}`,
      ];
      await onRealScreen(async ({ browser, extensionId: id, answer: press }) => {
        const office = await openTab(browser, `chrome-extension://${id}/options.html`);
        const ask = (name: string, input: object) =>
          office.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, input })})`);
        const origins = () => office.evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');
        const scripts = () =>
          office.evaluate(
            'chrome.scripting.getRegisteredContentScripts().then((all) => all.map(({ matches }) => matches))',
          );
        await ask('vault/create', { password: VAULT_PASSWORD });
        const tab = await openTab(browser, `${ORIGIN}/demo`);
        await tab.session.send('Page.bringToFront');

        const popup = await clickToolbarIcon(browser, id, new RegExp(`^${ORIGIN}`));
        await popup.see('Save');
        await popup.click('Save');
        await press(...keys);
        await tab.waitFor(
          `/^\\d{6}$/.test(document.querySelector('#verification-code').value)`,
          'the first code',
        );
        await press('Tab', 'Return'); // had the question stayed open, this would say Allow to it

        await expect.poll(origins).toEqual(granted);
        await expect.poll(scripts).toEqual(granted.length > 0 ? [granted] : []);
        const { value } = await ask('vault/snapshot', { tabId: null });
        expect(value.accounts).toMatchObject([{ account: SAM.email, origins: [ORIGIN] }]);
      }, args).finally(() => clinic.close());
    });
  }
});
