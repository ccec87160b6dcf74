import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isTab, showUnder } from './media.ts';
import type { Shoot } from './stage.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Takes each state in each theme: `popup-<name>-<theme>.png`, or `page-…` for one in a tab. */
export function picturesIn(folder: string): Shoot {
  mkdirSync(folder, { recursive: true });
  return async (name, page) => {
    const kind = isTab(page) ? 'page' : 'popup';
    for (const theme of THEMES) {
      const file = path.join(folder, `${kind}-${name}-${theme}.png`);
      await showUnder(page, { colorScheme: theme });
      await new Promise((resolve) => setTimeout(resolve, 150)); // until it is drawn so
      if (isTab(page)) await page.screenshot({ path: file, fullPage: true });
      else await page.screenshot(file);
    }
  };
}
