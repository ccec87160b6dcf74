import type { Page as Tab } from '@playwright/test';
import { createVaultWithSam, expect, type Lanyard, logIn, SAM, test } from './fixtures';

const REAL = 'https://harbour.au1.cliniko.com';
const EVERYWHERE = [
  'cliniko.com.evil.example',
  'harbour.au1.cliniko.com.evil.example',
  'evil.example',
  'pages.cliniko.com',
];

/**
 * Sam's account is bound to one host. Every other page here shows the very same prompt and sends on any code it can
 * read. They are granted as well, so that it is our own rule that is seen to hold and not the browser's.
 */
test.describe('a look-alike gets nothing, by any trigger', () => {
  test.use({
    granted: [REAL, ...EVERYWHERE.map((host) => `https://${host}`)].map((origin) => `${origin}/*`),
  });

  for (const [what, address] of [
    ['a suffix that begins like the portal', 'https://cliniko.com.evil.example/lookalike'],
    ['the whole name as a prefix', 'https://harbour.au1.cliniko.com.evil.example/lookalike'],
    ['a page titled Cliniko', 'https://evil.example/lookalike'],
    ['a neighbour under the same domain', 'https://pages.cliniko.com/lookalike'],
    ['the same host without https', 'http://harbour.au1.cliniko.com/lookalike'],
    ['the same host with a dot behind', 'https://harbour.au1.cliniko.com./lookalike'],
    ['the same host on another port', 'https://harbour.au1.cliniko.com:8443/lookalike'],
  ] as const) {
    test(what, async ({ context, clinic, lanyard }) => {
      const accountId = await createVaultWithSam(lanyard, REAL);
      const tab = await context.newPage();
      const port = address.includes(':8443') ? address.replace(':8443', `:${clinic.port}`) : address;
      await logIn(tab, port);
      await everyTrigger(tab, lanyard, accountId);
      expect(clinic.loot).toEqual([]);
    });
  }

  test('a frame of the portal in another’s page, and a frame of another in the portal’s', async ({
    context,
    clinic,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard, REAL);
    for (const [outer, inner] of [
      ['https://evil.example', REAL],
      [REAL, 'https://evil.example'],
    ]) {
      const tab = await context.newPage();
      await tab.goto(`${outer}/frame?src=${encodeURIComponent(`${inner}/lookalike`)}`);
      const frame = tab.frameLocator('iframe');
      await frame.getByLabel('E-mail address').fill(SAM.email);
      await frame.getByLabel('Password').fill(SAM.password);
      await frame.getByRole('button', { name: 'Log in' }).click();
      await tab.waitForTimeout(1500);
      const stolen = clinic.loot.filter(({ host }) => host.includes('evil'));
      expect(stolen).toEqual([]);
      if (outer !== REAL) await everyTrigger(tab, lanyard, accountId);
    }
    expect(clinic.loot.filter(({ host }) => host.includes('evil'))).toEqual([]);
  });

  test('a page that goes elsewhere between the wish and the code', async ({ context, clinic, lanyard }) => {
    const accountId = await createVaultWithSam(lanyard, REAL);
    for (const delay of [0, 50, 150, 400, 1200]) {
      await lanyard.setClock(27_500); // the code is waited for, and time enough to leave
      const tab = await context.newPage();
      await tab.goto(`${REAL}/lookalike`);
      const tabId = await lanyard.tabInFront();
      const filling = lanyard.ask('fill/active-tab', { tabId, accountId, again: true }).catch(() => {});
      await tab.waitForTimeout(delay);
      await tab.goto('https://evil.example/lookalike');
      await tab.waitForTimeout(3500);
      await filling;
      await tab.close();
    }
    expect(clinic.loot.filter(({ host }) => host.includes('evil'))).toEqual([]);
  });

  test('the control: on the portal itself the same page gets its one code', async ({
    context,
    clinic,
    lanyard,
  }) => {
    const accountId = await createVaultWithSam(lanyard, REAL);
    const tab = await context.newPage();
    await logIn(tab, `${REAL}/lookalike`);
    await everyTrigger(tab, lanyard, accountId);
    await expect.poll(() => clinic.loot.length).toBeGreaterThan(0);
    expect(new Set(clinic.loot.map(({ value }) => value)).size).toBe(1);
  });
});

/** The armed login was the first; then the popup as a person uses it, the message behind it, and the shortcut's road. */
async function everyTrigger(tab: Tab, lanyard: Lanyard, accountId: string): Promise<void> {
  await tab.waitForTimeout(1200);
  const popup = await lanyard.popup(tab);
  await popup.see({ name: 'Search accounts', role: 'searchbox' });
  await popup.press('Enter');
  await tab.waitForTimeout(300);
  await lanyard.closePopup();
  await tab.bringToFront();
  const tabId = await lanyard.tabInFront();
  await lanyard.ask('fill/active-tab', { tabId, accountId, again: true }).catch(() => {});
  await tab.waitForTimeout(300);
}
