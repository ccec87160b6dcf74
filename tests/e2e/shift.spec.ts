import type { Page } from '../../scripts/lib/page.mjs';
import { keyUris } from '../bench/ui/accounts.ts';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, SAM, test, VAULT_PASSWORD } from './fixtures';

/** What moved by itself since the page was opened, as the browser saw it; what a key or a click moved just before is not counted. */
const shifts = (popup: Page): Promise<{ value: number; moved: string[] }[]> =>
  popup.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => ({
      value: entry.value,
      moved: entry.sources.map(({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.className ?? ''),
    })))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(resolve, 500, []);
  })`);

const TEXTS = `<!doctype html><title>Portal</title><p>We sent a text message with an 8-digit code to the phone ending in 56.</p>
  <label for="code">SMS code</label><input id="code" name="sms_code" inputmode="numeric" maxlength="8"><a href="#">Resend code</a>`;

const settled = () => new Promise((resolve) => setTimeout(resolve, 1200));

async function addOthers(lanyard: Lanyard, count: number): Promise<void> {
  for (let from = 0; from < count; from += 400)
    await lanyard.ask('accounts/add-all', { keyUris: keyUris(from, Math.min(400, count - from)) });
}

test.describe('nothing moves by itself', () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
  });

  for (const count of [9, 999])
    test(`in a list of ${count} and this site's card, nor when a code is copied`, async ({
      context,
      lanyard,
    }) => {
      await createVaultWithSam(lanyard);
      await addOthers(lanyard, count);
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/plain`);
      const popup = await lanyard.popup(tab);
      await popup.see('Fill');
      await settled();
      expect(await shifts(popup)).toEqual([]);
      await popup.evaluate(`document.querySelectorAll('[data-stop]')[2].click()`);
      await popup.see(/^Copied\./);
      await settled();
      expect(await shifts(popup)).toEqual([]);
      await popup.evaluate(`document.querySelector('.scroll').scrollTop = 3000`);
      await settled();
      expect(await shifts(popup)).toEqual([]);
    });

  test.describe('on a set-up page', () => {
    test.use({ clinicOptions: { users: [{ ...SAM }] } });

    test('when the found card arrives', async ({ context, lanyard }) => {
      await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
      await addOthers(lanyard, 30);
      const tab = await context.newPage();
      await tab.goto(`${ORIGIN}/demo`);
      const popup = await lanyard.popup(tab);
      await popup.see('Found on this page');
      await settled();
      expect(await shifts(popup)).toEqual([]);
    });
  });

  test.describe('on a site we are not on yet', () => {
    test.use({ granted: [] });

    test('when it is found out that the page texts its code, where no account of ours is used', async ({
      context,
      lanyard,
    }) => {
      await createVaultWithSam(lanyard, null);
      await addOthers(lanyard, 30);
      const tab = await context.newPage();
      await tab.route(`${ORIGIN}/texts`, (route) => route.fulfill({ contentType: 'text/html', body: TEXTS }));
      await tab.goto(`${ORIGIN}/texts`);
      const popup = await lanyard.popup(tab);
      await popup.see(/texts this code to your phone/);
      await settled();
      expect(await shifts(popup)).toEqual([]);
    });
  });

  test('is what is measured: something that moves is seen', async ({ context, lanyard }) => {
    await createVaultWithSam(lanyard);
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    await settled();
    await popup.evaluate(`document.querySelector('.scroll').style.paddingTop = '80px'`);
    await settled();
    expect(await shifts(popup)).not.toEqual([]);
  });
});
