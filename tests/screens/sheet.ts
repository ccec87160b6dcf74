import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { THEMES, type Theme } from './pictures.ts';

/** The toolbar's popup, and the pages that open in a tab: how many stand beside each other, and how wide. */
const SHEETS = { popup: { columns: 7, width: 220 }, page: { columns: 4, width: 400 } } as const;
const GAP = 16;

/** All states of a theme on one picture for each kind of page, in the order of their names. */
export async function makeSheets(folder: string, out: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const [kind, { columns, width }] of Object.entries(SHEETS))
    for (const theme of THEMES) {
      const page = await browser.newPage({ viewport: { width: columns * (width + GAP) + GAP, height: 400 } });
      await page.setContent(sheetOf(folder, kind, theme, columns));
      // 256 colours are enough for pages of so few, and weigh a third.
      const sheet = sharp(await page.screenshot({ fullPage: true })).png({ palette: true, effort: 10 });
      await sheet.toFile(path.join(out, `${kind}-${theme}.png`));
      await page.close();
    }
  await browser.close();
}

function sheetOf(folder: string, kind: string, theme: Theme, columns: number): string {
  const end = `-${theme}.png`;
  const figures = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith(end))
    .sort()
    .map((name) => {
      const picture = readFileSync(path.join(folder, name)).toString('base64');
      const title = name.slice(kind.length + 1, -end.length).replaceAll('-', ' ');
      return `<figure><img src="data:image/png;base64,${picture}"><figcaption>${title}</figcaption></figure>`;
    });
  const rows = Array.from({ length: Math.ceil(figures.length / columns) }, (_, row) =>
    figures.slice(row * columns, (row + 1) * columns).join(''),
  );
  const [paper, ink] = theme === 'light' ? ['#e9eae8', '#333'] : ['#050708', '#ccc'];
  return `<!doctype html><style>body { margin: 0; padding: ${GAP}px; background: ${paper}; color: ${ink}; font: 12px system-ui }
div { display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: ${GAP}px; margin-bottom: ${GAP}px }
figure { margin: 0 } img { width: 100%; border: 1px solid #8886; border-radius: 4px }</style>
${rows.map((row) => `<div>${row}</div>`).join('')}`;
}
