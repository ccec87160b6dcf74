import type { Shown } from './stage.ts';

/** What a person has set their screen to, as CSS asks for it. */
export interface Media {
  readonly colorScheme: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
}

export const isTab = (page: Shown): page is Extract<Shown, { emulateMedia: unknown }> =>
  'emulateMedia' in page;

/** A colour that was on its way to another when motion was switched off still goes there. */
const SETTLED = `Promise.allSettled(
  document.getAnimations().filter((each) => each instanceof CSSTransition).map(({ finished }) => finished))`;

/** Shows the page, or the real popup, under these settings and without motion. */
export async function showUnder(page: Shown, { colorScheme, contrast, forcedColors }: Media): Promise<void> {
  if (isTab(page)) {
    await page.emulateMedia({
      colorScheme,
      contrast: contrast ?? null,
      forcedColors: forcedColors ?? null,
      reducedMotion: 'reduce',
    });
  } else {
    const features = [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-contrast', value: contrast ?? '' },
      { name: 'forced-colors', value: forcedColors ?? '' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await page.session.send('Emulation.setEmulatedMedia', { features });
  }
  await page.evaluate(`${SETTLED}.then(() => undefined)`);
}
