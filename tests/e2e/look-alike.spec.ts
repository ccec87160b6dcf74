import { createVaultWithSam, expect, logIn, test } from './fixtures';

const REAL = 'https://harbour.au1.cliniko.com';
const EVIL = 'https://cliniko.com.evil.example';

/**
 * By the popup itself, as a person uses it. Sam's account is bound to one host; `hostile/hosts` has the many others.
 * They are granted as well, so that it is our own rule that is seen to hold and not the browser's.
 */
test.describe('a look-alike gets nothing from the popup', () => {
  test.use({ granted: [REAL, EVIL].map((origin) => `${origin}/*`) });

  for (const [what, origin, codes] of [
    ['a suffix that begins like the portal', EVIL, 0],
    ['the control: the portal itself', REAL, 1],
  ] as const) {
    test(what, async ({ context, clinic, lanyard }) => {
      await createVaultWithSam(lanyard, REAL);
      const tab = await context.newPage();
      await logIn(tab, `${origin}/lookalike`);
      await tab.waitForTimeout(1200);
      const popup = await lanyard.popup(tab);
      await popup.see({ name: 'Search accounts', role: 'searchbox' });
      await popup.press('Enter');
      if (codes) await expect.poll(() => clinic.loot.length).toBeGreaterThan(0);
      else await tab.waitForTimeout(1000);
      expect(new Set(clinic.loot.map(({ value }) => value)).size).toBe(codes);
    });
  }
});
