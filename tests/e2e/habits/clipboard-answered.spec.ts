import { expect, test } from '@playwright/test';
import { hasDisplayPrograms } from '../../../scripts/lib/display.mjs';
import { openTab } from '../../../scripts/lib/popup.mjs';
import { VAULT_PASSWORD } from '../fixtures';
import { onRealScreen } from '../real-screen';

/** The switch on the settings page of the shipped build, and Chromium's question answered by real keys: *Deny* has the focus. */
test.describe('clearing the clipboard is switched on, and the browser asks', () => {
  test.skip(!hasDisplayPrograms(), 'needs Xvfb, openbox and xdotool');

  for (const [answer, keys, isOn] of [
    ['Allow', ['Tab', 'Return'], true],
    ['Deny', ['Return'], false],
  ] as const)
    test(answer, () =>
      onRealScreen(async ({ browser, extensionId, answer: press }) => {
        const page = await openTab(browser, `chrome-extension://${extensionId}/options.html#this-pc`);
        const create = { name: 'vault/create', input: { password: VAULT_PASSWORD } };
        await page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(create)})`);
        const held = () =>
          page.evaluate('chrome.permissions.getAll().then(({ permissions }) => permissions.join())');
        const before = await held();
        expect(before).not.toContain('clipboard');
        await page.session.send('Page.bringToFront');
        await page.click({ name: /^Take copied codes off the clipboard/, role: 'checkbox' });
        await press(...keys);

        const setting = () =>
          page.evaluate(
            'chrome.storage.local.get("settings").then(({ settings }) => settings?.clearsClipboard)',
          );
        await expect.poll(setting).toBe(isOn);
        const checked = () => page.evaluate('document.querySelectorAll(":checked").length');
        await expect.poll(checked).toBe(isOn ? 1 : 0);
        if (!isOn) expect(await held()).toBe(before);
        else
          for (const name of ['clipboardRead', 'clipboardWrite', 'offscreen'])
            expect(await held()).toContain(name);
        if (!isOn) return;
        await page.click({ name: /^Take copied codes off the clipboard/, role: 'checkbox' });
        await expect.poll(held).toBe(before); // switched off, they are given back
      }),
    );
});
