import { isTab, type Media, showUnder } from '../../screens/media.ts';
import { clinicFor, SCENES } from '../../screens/scenes.ts';
import { play, type Shown } from '../../screens/stage.ts';
import { expect, test } from '../fixtures';
import { axeFaults } from './axe';
import { cutOff, motions, plates, smallTargets, spaceOut } from './state-checks';

const PLAIN = { colorScheme: 'light' } as const;
const THEMES: Record<string, Media> = {
  light: PLAIN,
  dark: { colorScheme: 'dark' },
  'more contrast': { colorScheme: 'light', contrast: 'more' },
  'high contrast': { colorScheme: 'light', forcedColors: 'active' },
};

/** CSS pixels: a page on a screen of 1280 that is enlarged four times, WCAG 2.1, 1.4.10. */
const NARROW = 320;
const WIDE = { width: 900, height: 900 };

async function faultsIn(page: Shown): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  for (const [theme, media] of Object.entries(THEMES)) {
    await showUnder(page, media);
    note(theme, await axeFaults(page));
    if (media.forcedColors) note(theme, await plates(page));
  }
  await showUnder(page, PLAIN);
  note('plain', [...(await smallTargets(page)), ...(await motions(page)), ...(await cutOff(page))]);
  const together = await spaceOut(page);
  note('spaced out', await cutOff(page));
  await together();
  if (isTab(page)) {
    await page.setViewportSize({ width: NARROW, height: 640 });
    note('narrow', await cutOff(page));
    await page.setViewportSize(WIDE);
  }
  return faults;
}

/** The scenes of `npm run screens` come to every state of every page; here each one is looked at, not drawn. */
test.describe('every state of every page', () => {
  for (const [name, scene] of Object.entries(SCENES))
    test(name, async () => {
      test.setTimeout(180_000);
      const faults: string[] = [];
      await play(scene, clinicFor(scene), async (state, page) => {
        // A popup that closes by itself once it is read must stay until it was looked at.
        await page.evaluate('window.close = () => {}');
        for (const fault of await faultsIn(page)) faults.push(`${state}, ${fault}`);
      });
      expect(faults).toEqual([]);
    });
});
