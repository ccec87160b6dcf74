import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVaultWithSam, expect, logIn, ORIGIN, test } from './fixtures';

/** An organisation that keeps all extensions out of one site. The browser reads its policies from a folder of the system's. */
const FOLDER = '/etc/chromium/policies/managed';
const FILE = path.join(FOLDER, 'lanyard-test.json');
const CLOSED = 'https://closed.au1.clinic.example';

test.use({ granted: [`${ORIGIN}/*`, `${CLOSED}/*`] });
test.skip(!maySetPolicies(), 'the browser’s policies can only be set by the machine’s administrator');

test.describe.configure({ mode: 'serial' });

for (const closed of [true, false])
  test.describe(closed ? 'a site that is closed by policy' : 'the control: without the policy', () => {
    test.beforeAll(() => {
      if (!closed) return;
      mkdirSync(FOLDER, { recursive: true });
      const settings = { '*': { runtime_blocked_hosts: [CLOSED.replace('https', '*')] } };
      writeFileSync(FILE, JSON.stringify({ ExtensionSettings: settings }));
    });
    test.afterAll(() => rmSync(FILE, { force: true }));

    test(
      closed ? 'is said to be so, and its code can be copied' : 'it is filled and looked at',
      async ({ context, lanyard }) => {
        await createVaultWithSam(lanyard, CLOSED);
        const tab = await context.newPage();
        await logIn(tab, `${CLOSED}/login`);
        const box = tab.locator('#verification-code');
        await expect(box).toHaveValue(closed ? '' : /^\d{6}$/);
        const popup = await lanyard.popup(tab);
        if (closed) {
          expect(await popup.text()).not.toMatch(/organisation/); // nobody asked
          await popup.click('Fill');
          await popup.see(/Your organisation keeps extensions out of this site/);
          await expect(box).toHaveValue('');
          await popup.click('Copy');
          await popup.see(/copied/i);
        }
        await popup.click('Add account');
        await popup.click('Look on this page');
        await popup.see(closed ? /your IT can let Lanyard in/ : /shapes like a QR code: 0/);
      },
    );
  });

function maySetPolicies(): boolean {
  try {
    accessSync(existsSync(FOLDER) ? FOLDER : '/etc', constants.W_OK);
    return process.platform === 'linux';
  } catch {
    return false;
  }
}
