import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchChromium } from '../../scripts/lib/cdp.mjs';
import { withHostsGranted } from '../../scripts/lib/granted-build.mjs';
import { drivePage, type Page } from '../../scripts/lib/page.mjs';
import { attach } from '../../scripts/lib/session.mjs';
import { makeCertificate } from '../clinic/certificate.ts';
import { busyPage, largePage, promptPage } from './content-pages.ts';
import type { Row } from './main.ts';

const HOST = 'pages.clinic.example';
const BUILT = '.output/chrome-mv3';
const ROUNDS = 15;
const BUSY_ROUNDS = 3;
const BUSY_MS = 10_000;
const SETTLE_MS = 600;
const PAGES: Record<string, string> = {
  '/large': largePage(200),
  '/few': largePage(10),
  '/prompt': promptPage(),
  '/busy': busyPage(),
};

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { url: string }; children?: readonly number[] }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Runner {
  readonly name: string;
  readonly scripts: string;
  readonly page: Page;
  /** Nodes that the busy page really changed in a second, round by round. */
  readonly rates: number[];
  close(): Promise<void>;
}

/**
 * Main-thread time of the content script: at the start of a page of 5,000 nodes, and on one that changes 2,000 nodes
 * a second. Beside it a control, whose script is empty. Both browsers stay up and take turns. There is no vault, and
 * all but one of the pages have no prompt, so no answer of the worker plays a part.
 */
export async function benchContentCost(): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-bench-'));
  const { certificate, privateKey, spki } = makeCertificate([HOST], Date.now());
  const server = createServer({ cert: certificate, key: privateKey }, ({ url }, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGES[url ?? ''] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const args = [
    `--host-resolver-rules=MAP ${HOST}:443 127.0.0.1:${(server.address() as AddressInfo).port}`,
    `--ignore-certificate-errors-spki-list=${spki}`,
  ];
  const runners: Runner[] = [];
  try {
    const granted = withHostsGranted(BUILT, path.join(folder, 'granted'), [`https://${HOST}/*`]);
    runners.push(await start('control', makeControl(path.join(folder, 'control')), args));
    runners.push(await start('lanyard', granted, args));
    const rows: Row[] = runners.map(({ name }) => ({ script: name, ...sizeOf(name) }));
    for (const address of ['/large', '/few', '/prompt']) {
      const times = await takeTurns(runners, ROUNDS, (runner) => atStart(runner, address));
      times.forEach((ms, index) => {
        Object.assign(rows[index]!, {
          [`start ${address}, median ms`]: median(ms),
          [`start ${address}, p95 ms`]: p95(ms),
        });
      });
    }
    const shares = await takeTurns(runners, BUSY_ROUNDS, busy);
    shares.forEach((share, index) => {
      Object.assign(rows[index]!, {
        'busy, median % of a core': median(share),
        'nodes changed a second': Math.min(...runners[index]!.rates),
      });
    });
    return rows;
  } finally {
    for (const runner of runners) await runner.close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function makeControl(folder: string): string {
  mkdirSync(folder);
  const script = {
    matches: [`https://${HOST}/*`],
    js: ['nothing.js'],
    all_frames: true,
    run_at: 'document_idle',
  };
  const manifest = { manifest_version: 3, name: 'Control', version: '1', content_scripts: [script] };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'nothing.js'), '(() => {})();\n');
  return folder;
}

async function start(name: string, extension: string, args: readonly string[]): Promise<Runner> {
  const executable = process.env.CHROME_BIN ?? '/usr/bin/chromium';
  const browser = await launchChromium({ executable, extension, args });
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const page = drivePage(await attach(browser, targetId));
  const runner = {
    name,
    scripts: `chrome-extension://${browser.extensionId}/`,
    page,
    rates: [],
    close: browser.close,
  };
  await page.session.send('Page.enable');
  // The worker registers the script soon after it starts; until a look is seen, nothing is measured.
  for (let tries = 0; name !== 'control' && (await atStart(runner, '/prompt')) === 0; tries++)
    if (tries > 20) throw new Error('the content script does not run');
  return runner;
}

async function takeTurns(
  runners: readonly Runner[],
  rounds: number,
  measure: (runner: Runner) => Promise<number>,
): Promise<number[][]> {
  const measured = runners.map((): number[] => []);
  for (let round = -1; round < rounds; round++)
    for (const [index, runner] of runners.entries()) {
      const figure = await measure(runner);
      if (round >= 0 || rounds < 4) measured[index]!.push(figure); // the first warms up
    }
  return measured.map((figures) => figures.sort((a, b) => a - b));
}

async function atStart(runner: Runner, address: string): Promise<number> {
  return profiled(runner, async () => {
    await runner.page.navigate(`https://${HOST}${address}`);
    await sleep(SETTLE_MS);
  });
}

async function busy(runner: Runner): Promise<number> {
  await runner.page.navigate(`https://${HOST}/busy`);
  await sleep(SETTLE_MS);
  const before = await runner.page.evaluate('changed');
  const began = performance.now();
  const ours = await profiled(runner, () => sleep(BUSY_MS));
  const passed = performance.now() - began;
  const rate = ((await runner.page.evaluate('changed')) - before) / (passed / 1000);
  runner.rates.push(Math.round(rate));
  return (100 * ours) / passed;
}

/** Milliseconds of the main thread in a script of the extension, or in anything that it called. */
async function profiled(runner: Runner, work: () => Promise<void>): Promise<number> {
  const { send } = runner.page.session;
  await send('Profiler.enable');
  await send('Profiler.setSamplingInterval', { interval: 100 });
  await send('Profiler.start');
  await work();
  const { profile } = (await send('Profiler.stop')) as { profile: Profile };
  await send('Profiler.disable');
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const urls = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined && (urls.get(id)!.startsWith(runner.scripts) || isOurs(parents.get(id)));
  // A sample stands for the time until the next one.
  const microseconds = profile.samples.reduce(
    (sum, id, place) => sum + (isOurs(id) ? (profile.timeDeltas[place + 1] ?? 0) : 0),
    0,
  );
  return microseconds / 1000;
}

function sizeOf(name: string): Row {
  if (name === 'control') return { 'gzip, bytes': 0 };
  return {
    'gzip, bytes': gzipSync(readFileSync(`${BUILT}/content-scripts/content.js`), { level: 9 }).length,
  };
}

const round = (figure: number) => Math.round(figure * 100) / 100;
const median = (sorted: number[]) => round(sorted[sorted.length >> 1]!);
const p95 = (sorted: number[]) => round(sorted[Math.ceil(sorted.length * 0.95) - 1]!);
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
