import type { Page as Tab } from '@playwright/test';
import { expectedCode } from '../../scripts/lib/codes.mjs';
import { findPage } from '../../scripts/lib/popup.mjs';
import { createVaultWithSam, expect, ORIGIN, SECRET, test } from './fixtures';

async function clipboard(tab: Tab): Promise<string> {
  await tab.bringToFront();
  return tab.evaluate(() => navigator.clipboard.readText());
}

const around = () => [-30_000, 0, 30_000].map((shift) => expectedCode(SECRET, Date.now() + shift));

test.describe('J3 copy', () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  });

  test('by keyboard alone: two letters, Enter, copied', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const jane = 'otpauth://totp/Other:jane?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await lanyard.ask('accounts/add', { keyUri: jane, origin: null, tabId: null, same: 'ask' });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see({ name: 'Search accounts', role: 'searchbox' });
    await popup.type('la');
    await popup.press('Enter');
    await popup.see(/^Copied\./);
    await lanyard.closePopup();
    expect(around()).toContain(await clipboard(tab));
  });

  test('with under three seconds left it says so, and Enter again copies the next', async ({
    context,
    lanyard,
  }) => {
    await createVaultWithSam(lanyard, null);
    const ahead = await lanyard.setClock(27_200);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.evaluate(`{ const now = Date.now.bind(Date); Date.now = () => now() + ${ahead}; }`);
    await popup.see({ name: 'Search accounts', role: 'searchbox' });
    await popup.press('Enter');
    await popup.see(/^Copied\. [123] s left, Enter again copies the next\.$/);
    await popup.press('Enter');
    await popup.see('Copied the next code.');
    const next = expectedCode(SECRET, Math.ceil((Date.now() + ahead) / 30_000) * 30_000);
    await lanyard.closePopup();
    expect(await clipboard(tab)).toBe(next);
  });

  test('the accounts of this site come first, with Fill and Copy', async ({ context, lanyard }) => {
    const jane = 'otpauth://totp/Aardvark:jane?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await createVaultWithSam(lanyard);
    await lanyard.ask('accounts/add', { keyUri: jane, origin: null, tabId: null, same: 'ask' });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    const text = await popup.text();
    expect(text.indexOf('Larkmoor')).toBeLessThan(text.indexOf('Aardvark'));
    await popup.click('Copy');
    await popup.see(/^Copied\./);
    await lanyard.closePopup();
    expect(around()).toContain(await clipboard(tab));
  });

  test('a counter account moves on before its code is handed out', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const hotp = 'otpauth://hotp/Counter:sam?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0';
    const { accountId } = await lanyard.ask('accounts/add', {
      keyUri: hotp,
      origin: null,
      tabId: null,
      same: 'ask',
    });
    // RFC 4226, appendix D.
    for (const code of ['755224', '287082', '359152']) {
      expect(await lanyard.ask('codes/copy', { accountId, which: 'now' })).toEqual({ code });
      await lanyard.killWorker();
    }
    void context;
  });

  test('Keep open: a small window with one code', async ({ context, browserSession, lanyard }) => {
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.click(/^Open Larkmoor/);
    await popup.click('Keep open in a small window');
    const small = await findPage(browserSession, /popup\.html#keep-open=/);
    await small.see('Copy');
    await expect
      .poll(async () => {
        const shown = (await small.text()).replace(/\D/g, '');
        return around().some((code) => shown.includes(code));
      })
      .toBe(true);
    await tab.bringToFront();
    expect(await small.has('Copy')).toBe(true);
  });
});
