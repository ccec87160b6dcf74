import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '../../../scripts/lib/page.mjs';
import { BUILT, createVaultWithSam, expect, test } from '../fixtures';
import { driveLanyard, sessionOf } from '../lanyard';
import { launchWithExtension } from '../launch';

/** The popup in a browser that shows everything so many times larger, as its settings have it for all pages. */
async function enlarged(zoom: number, look: (popup: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-zoom-'));
  mkdirSync(path.join(folder, 'Default'));
  const level = Math.log(zoom) / Math.log(1.2);
  const preferences = { partition: { default_zoom_level: { x: level } } };
  writeFileSync(path.join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await launchWithExtension(BUILT, folder);
  try {
    const lanyard = await driveLanyard(context, await sessionOf(context));
    await createVaultWithSam(lanyard, null);
    const tab = await context.newPage();
    await tab.goto('about:blank#popup');
    const popup = await lanyard.popup(tab);
    await popup.see(/^Open Larkmoor/);
    expect(await popup.evaluate('devicePixelRatio')).toBe(zoom);
    await look(popup);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Controls that scrolling up and down does not bring into sight. */
const OUT_OF_REACH = `(() => {
  const controls = [...document.querySelectorAll('button, input, a, summary')].filter((each) => each.checkVisibility());
  return controls.filter((control) => {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    document.scrollingElement.scrollLeft = 0;
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  }).map((control) => control.textContent || control.ariaLabel);
})()`;

test.describe('the popup, enlarged by the browser', () => {
  test('as it is, it is as large as its views, and nothing of it scrolls', async () => {
    await enlarged(1, async (popup) => {
      expect(await popup.evaluate('[innerWidth, innerHeight]')).toEqual([360, 500]);
      const { clientWidth, scrollHeight } = await popup.evaluate(
        '({ clientWidth: document.documentElement.clientWidth, scrollHeight: document.documentElement.scrollHeight })',
      );
      expect({ clientWidth, scrollHeight }).toEqual({ clientWidth: 360, scrollHeight: 500 });
    });
  });

  for (const zoom of [2, 3])
    test(`${zoom * 100} %: everything can be reached`, async () => {
      await enlarged(zoom, async (popup) => {
        expect(await popup.evaluate(OUT_OF_REACH)).toEqual([]);
        await popup.evaluate(`document.querySelector('.row button:last-child').click()`);
        await popup.see('Remove account');
        expect(await popup.evaluate(OUT_OF_REACH)).toEqual([]);
      });
    });

  test('what is cut off is noticed (control)', async () => {
    await enlarged(2, async (popup) => {
      await popup.evaluate(`document.documentElement.style.overflow = 'hidden'`);
      await popup.evaluate(`document.querySelector('.foot').style.marginTop = '300px'`);
      await popup.evaluate(
        `document.querySelector('.view').style.cssText = 'position: fixed; height: 500px'`,
      );
      expect(await popup.evaluate(OUT_OF_REACH)).toContain('Add account');
    });
  });
});
