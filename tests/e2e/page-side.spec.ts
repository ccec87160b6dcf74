import path from 'node:path';
import { type Browser, chromium, expect, type Frame, type Page as Tab, test } from '@playwright/test';
import { build } from 'vite';
import { pageSideCases } from './page-side-cases';

/**
 * What the page side makes of a page: which boxes are the prompt, in a real browser, from our own sources. Whether a
 * code then goes there is another matter (`invariants.spec`, `fill.spec`).
 */
const ORIGIN = 'https://portal.example';

let browser: Browser;
let tab: Tab;
let script: string;

test.beforeAll(async () => {
  script = await bundle();
  browser = await chromium.launch({
    executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  tab = await browser.newPage();
});
test.afterAll(() => browser.close());

for (const { what, finds, page, arrange } of pageSideCases)
  test(`${finds.length > 0 ? 'found' : 'left alone'}: ${what}`, async () => {
    await open(page);
    if (arrange) await tab.evaluate(arrange);
    await expect.poll(() => promptIn(tab.mainFrame())).toEqual(finds);
  });

test('a frame of the page’s own: the words that introduce its box stand outside it', async () => {
  await tab.route(`${ORIGIN}/inner`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<input id="box" aria-label="Code">' }),
  );
  const introduced = (words: string, style = '') =>
    `<h1>${words}</h1><p>Enter the code that it shows now, please.</p><iframe src="/inner" style="${style}"></iframe>`;
  const findsIn = async (page: string) => {
    await open(page);
    const frame = tab.frames().find((frame) => frame.url().endsWith('/inner'))!;
    return promptIn(frame);
  };
  expect(await findsIn(introduced('Code of your authenticator app'))).toEqual(['box']);
  expect(await findsIn(introduced('Your appointments'))).toEqual([]);
  // Hidden or covered from outside is hidden.
  expect(await findsIn(introduced('Code of your authenticator app', 'opacity:0.01'))).toEqual([]);
  expect(await findsIn(introduced('Code of your authenticator app', 'visibility:hidden'))).toEqual([]);
});

test('what a person typed plays no part: no box’s value is read', async () => {
  await open(pageSideCases[0]!.page);
  const reads = await tab.evaluate(`(() => {
    let reads = 0;
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(HTMLInputElement.prototype, 'value', { get() { reads++; return get.call(this); }, set });
    ${script};
    const found = pageSide.promptIds();
    const ours = reads;
    document.querySelector('input').value; // the control: a read is counted
    return { found, ours, control: reads - ours };
  })()`);
  expect(reads).toEqual({ found: ['good'], ours: 0, control: 1 });
});

async function open(page: string): Promise<void> {
  await tab.route(`${ORIGIN}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Portal</title>${page}` }),
  );
  await tab.goto(`${ORIGIN}/`);
  await tab.unroute(`${ORIGIN}/`);
}

function promptIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(`(() => { ${script}; return pageSide.promptIds(); })()`);
}

/** The page side and the verdict as one script, from the sources. */
async function bundle(): Promise<string> {
  const entry = path.resolve('tests/e2e/page-side-script.ts');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'pageSide', fileName: 'page-side' },
    },
  });
  const [built] = Array.isArray(result) ? result : [result];
  if (!built || !('output' in built)) throw new Error('nothing was built');
  return built.output[0].code;
}
