import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { leaveFigures } from '../figures';
import { BUILT, createVaultWithSam, expect, type Lanyard, logIn, ORIGIN, test } from './fixtures';

test('50 other sites start the worker 0 times and run 0 bytes of ours', async ({ context, lanyard }) => {
  await createVaultWithSam(lanyard);
  const tab = await context.newPage();
  const ours: string[] = [];
  const page = await context.newCDPSession(tab);
  page.on('Debugger.scriptParsed', ({ url }) => {
    if (url.includes(lanyard.id)) ours.push(url);
  });
  await page.send('Debugger.enable');
  let starts = 0;
  await endWorker(lanyard);
  for (let site = 0; site < 50; site++) {
    await tab.goto(`https://site-${site}.example/${site % 2 ? 'plain' : 'lookalike'}`);
    if (!(await lanyard.isWorkerRunning())) continue;
    starts++;
    await endWorker(lanyard);
  }
  leaveFigures('quiet', { '50 other sites': `${starts} worker starts, ${ours.length} scripts of ours` });
  expect({ starts, ours }).toEqual({ starts: 0, ours: [] });

  // The control: on the granted host both are seen.
  await logIn(tab);
  await expect(tab.locator('#verification-code')).toHaveValue(/^\d{6}$/);
  expect(await lanyard.isWorkerRunning()).toBe(true);
  expect(ours.some((url) => url.endsWith('/content-scripts/content.js'))).toBe(true);
});

/** Ends the worker for good: what the browser had for it already, such as a change of the idle state, has come by then. */
async function endWorker(lanyard: Lanyard): Promise<void> {
  for (let ends = 0; ends < 5 && (await lanyard.isWorkerRunning()); ends++) {
    await lanyard.killWorker();
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Everything a page or the worker of ours could try to send something out. */
const CALLS = `Promise.allSettled([
  fetch('https://collector.example/plain', { mode: 'no-cors' }),
  new Promise((resolve, reject) => { const s = new WebSocket('wss://collector.example/plain'); s.onopen = resolve; s.onerror = reject; }),
  Promise.resolve(globalThis.navigator.sendBeacon?.('https://collector.example/plain', 'x')),
])`;

const calls = (requests: readonly { host: string }[]) =>
  requests.filter(({ host }) => host.startsWith('collector'));

test('the extension cannot phone home', async ({ context, clinic, lanyard }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${lanyard.id}/options.html`);
  const session = await context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: CALLS, awaitPromise: true });
  const worker = context.serviceWorkers()[0]!;
  await worker.evaluate(async () => {
    await fetch('https://collector.example/plain', { mode: 'no-cors' }).catch(() => {});
  });
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://collector.example/plain';
    document.body.append(image);
  });
  await page.waitForTimeout(1000);
  expect(calls(clinic.requests)).toEqual([]);

  // The control: a web page that does the same is heard.
  await page.goto(`${ORIGIN}/plain`);
  await page.goto('https://collector.example/plain');
  expect(calls(clinic.requests).length).toBeGreaterThan(0);
});

test.describe('the control for the policy', () => {
  test('the same build without its policy is heard', async ({ context, clinic }, info) => {
    const folder = info.outputPath('without-policy');
    cpSync(BUILT, folder, { recursive: true });
    const file = path.join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(
      file,
      JSON.stringify({
        ...manifest,
        content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
        host_permissions: ['https://collector.example/*'],
      }),
    );
    const browser = context.browser()!;
    const session = await browser.newBrowserCDPSession();
    const { id } = (await session.send('Extensions.loadUnpacked' as never, { path: folder } as never)) as {
      id: string;
    };
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/options.html`);
    await page.evaluate(() => fetch('https://collector.example/plain', { mode: 'no-cors' }).then(() => {}));
    expect(calls(clinic.requests).length).toBeGreaterThan(0);
  });
});
