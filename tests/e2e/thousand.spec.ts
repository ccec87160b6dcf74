import type { Page as Tab } from '@playwright/test';
import { expectedCode } from '../../scripts/lib/codes.mjs';
import type { Page } from '../../scripts/lib/page.mjs';
import { keyUris } from '../bench/ui/accounts.ts';
import { createVaultWithSam, expect, type Lanyard, ORIGIN, test } from './fixtures';

const OTHERS = keyUris(0, 999);

async function fillVault(lanyard: Lanyard): Promise<void> {
  await createVaultWithSam(lanyard);
  for (let from = 0; from < OTHERS.length; from += 400)
    await lanyard.ask('accounts/add-all', { keyUris: OTHERS.slice(from, from + 400) });
}

/** What has the focus, and whether all of it can be seen. */
const focused = (popup: Page): Promise<{ name: string; place: string; inView: boolean }> =>
  popup.evaluate(`(() => {
    const at = document.activeElement;
    const row = at.closest('[data-place]');
    const [box, own] = [document.querySelector('.scroll'), row ?? at].map((each) => each.getBoundingClientRect());
    return {
      name: at.ariaLabel ?? at.querySelector('.unseen')?.textContent,
      place: row?.dataset.place ?? '',
      inView: own.top >= box.top - 0.5 && own.bottom <= box.bottom + 0.5,
    };
  })()`);

/** The codes of the rows that can be seen; dots where one is not known. */
const codesInView = (popup: Page): Promise<string[]> =>
  popup.evaluate(`(() => {
    const box = document.querySelector('.scroll').getBoundingClientRect();
    const rows = [...document.querySelectorAll('[data-place]')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    });
    return rows.map((row) => row.querySelector('.digits').textContent);
  })()`);

async function clipboard(tab: Tab): Promise<string> {
  await tab.bringToFront();
  return tab.evaluate(() => navigator.clipboard.readText());
}

/** Waits until there are codes in all rows that can be seen, and no dots. */
async function seeCodes(popup: Page): Promise<void> {
  await expect
    .poll(async () => {
      const codes = await codesInView(popup);
      return codes.length > 3 ? codes.filter((code) => !/^\d{6}$/.test(code)) : 'too few rows';
    })
    .toEqual([]);
}

const around = (secret: string) =>
  [-30_000, 0, 30_000].map((shift) => expectedCode(secret, Date.now() + shift));

/** The secret of the account that a row's name speaks of. */
function secretOf(name: string): string {
  const person = /person\.\d+/.exec(name)![0];
  const keyUri = OTHERS.find((each) => each.includes(`${person}@`))!;
  return new URL(keyUri).searchParams.get('secret')!;
}

test.describe('a thousand accounts', () => {
  test.beforeEach(async ({ context, lanyard }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
    await fillVault(lanyard);
  });

  test('are walked over by keys alone, to the last, which is copied', async ({ context, lanyard }) => {
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    expect(await popup.evaluate(`document.querySelectorAll('[data-place]').length`)).toBeLessThan(40);

    await popup.press('ArrowDown'); // this site's own
    for (let place = 0; place < 25; place++) {
      await popup.press('ArrowDown');
      expect(await focused(popup)).toMatchObject({ place: String(place), inView: true });
    }
    await popup.press('PageDown');
    const further = Number((await focused(popup)).place);
    expect(further).toBeGreaterThan(25);
    await popup.press('PageUp');
    expect(await focused(popup)).toMatchObject({ place: '24', inView: true });
    await popup.press('Home');
    expect((await focused(popup)).place).toBe(''); // the site's card stands above them all
    await popup.press('End');
    const last = await focused(popup);
    expect(last).toMatchObject({ place: '998', inView: true });
    expect(await popup.evaluate(`document.activeElement.closest('li').ariaSetSize`)).toBe('999');
    await seeCodes(popup);
    await popup.press('Enter');
    await popup.see(/^Copied\./);
    await lanyard.closePopup();
    expect(around(secretOf(last.name))).toContain(await clipboard(tab));
  });

  test('are found by letters, without accents too, and copied', async ({ context, lanyard }) => {
    const zoe = 'otpauth://totp/Cliniko:Zo%C3%AB%20Z?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cliniko';
    await lanyard.ask('accounts/add', { keyUri: zoe, origin: null, tabId: null, same: 'ask' });
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    await popup.type('person.00987');
    await expect.poll(() => codesInView(popup)).toEqual([expect.stringMatching(/^\d{6}$/)]);
    await popup.press('Enter');
    await popup.see(/^Copied\./);
    await popup.press('Escape');
    await popup.type('zoe');
    await popup.see(/Zoë Z/);
    await expect.poll(() => codesInView(popup)).toHaveLength(1);
    await lanyard.closePopup();
    expect(around(secretOf('person.00987'))).toContain(await clipboard(tab));
  });

  test('are scrolled through: codes come into view, and the row with the focus stays', async ({
    context,
    lanyard,
  }) => {
    const tab = await context.newPage();
    await tab.goto(`${ORIGIN}/plain`);
    const popup = await lanyard.popup(tab);
    await popup.see('Fill');
    for (let steps = 0; steps < 4; steps++) await popup.press('ArrowDown');
    const { name } = await focused(popup);
    for (const share of [0.2, 0.9, 0.5, 1]) {
      await popup.evaluate(`(() => {
        const box = document.querySelector('.scroll');
        box.scrollTop = ${share} * (box.scrollHeight - box.clientHeight);
      })()`);
      await seeCodes(popup);
      expect((await focused(popup)).name).toBe(name);
    }
    await popup.press('ArrowDown');
    expect(await focused(popup)).toMatchObject({ place: '3', inView: true });
  });
});
