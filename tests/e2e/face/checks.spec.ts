import { type BrowserContext, chromium, type Page as Tab } from '@playwright/test';
import { showUnder } from '../../screens/media.ts';
import { expect, test } from '../fixtures';
import { axeFaults } from './axe';
import { cutOff, motions, plates, smallTargets, spaceOut } from './state-checks';

/** Each look at a state finds what it is for, on a page made for it, and nothing on the same page without it. */
test.describe('what looks at the states', () => {
  let page: Tab;
  let context: BrowserContext;
  test.beforeAll(async () => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
  });
  test.afterAll(() => context.browser()!.close());

  const show = (body: string, style = '') =>
    page.setContent(
      `<!doctype html><html lang="en"><title>Page</title><style>body { background: white } button { min-height: 32px } ${style}</style>
      <main><h1>Page</h1><button type="button">Save</button>${body}</main>`,
    );
  const all = async () => [
    ...(await axeFaults(page)),
    ...(await smallTargets(page)),
    ...(await motions(page)),
    ...(await cutOff(page)),
  ];

  test('find nothing where there is nothing', async () => {
    await show('<p>All is well.</p>');
    await showUnder(page, { colorScheme: 'light' });
    expect(await all()).toEqual([]);
    await showUnder(page, { colorScheme: 'light', forcedColors: 'active' });
    expect([...(await axeFaults(page)), ...(await plates(page))]).toEqual([]);
  });

  test('find a button without a name, and pale text', async () => {
    await showUnder(page, { colorScheme: 'light' });
    await show('<button type="button"></button><p style="color: #bbb">Pale</p>');
    const faults = (await axeFaults(page)).join('\n');
    expect(faults).toContain('button-name');
    expect(faults).toContain('color-contrast');
  });

  test('find a small target', async () => {
    await show('<a href="#" style="display: block; width: 20px; height: 30px">x</a>');
    expect(await smallTargets(page)).toEqual(['target 20 x 30: a. "x"']);
  });

  test('find motion, but not a hand that steps', async () => {
    const turn = '@keyframes turn { to { opacity: 0 } }';
    await show('<p class="a">x</p>', `${turn} .a { animation: turn 9s steps(9) infinite }`);
    expect(await motions(page)).toEqual([]);
    await show('<p class="a">x</p>', `${turn} .a { animation: turn 9s infinite }`);
    expect(await motions(page)).toEqual(['motion turn: p.a "x"']);
  });

  test('find what is too wide, and what does not fit once it is spaced out', async () => {
    await show('<p style="width: 400px">wide</p>');
    expect((await cutOff(page)).join()).toContain('for 4');
    const tight = 'width: 60px; overflow: hidden; white-space: nowrap';
    await show(`<p style="${tight}">Lanyard</p>`, 'body { font: 16px monospace }');
    const before = await cutOff(page);
    await show(`<p style="${tight}; width: 70px">Lanyard</p>`, 'body { font: 16px monospace }');
    expect(await cutOff(page)).toEqual([]);
    const together = await spaceOut(page);
    expect((await cutOff(page)).join()).toContain('"Lanyard"');
    await together();
    expect(await cutOff(page)).toEqual([]);
    expect(before.join()).toContain('"Lanyard"');
  });

  test('find text on a plate in high contrast', async () => {
    await show('<p style="background: Highlight; color: HighlightText">x</p>');
    await showUnder(page, { colorScheme: 'light', forcedColors: 'active' });
    expect(await plates(page)).toEqual(['plate: p. "x"']);
    await show('<p style="background: Highlight; color: HighlightText; forced-color-adjust: none">x</p>');
    expect(await plates(page)).toEqual([]);
  });
});
