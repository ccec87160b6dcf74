import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { withHostsGranted } from '../../../scripts/lib/granted-build.mjs';
import type { Rectangle } from '../../../utils/platform/list-candidates.ts';

const BUILT = '.output/chrome-mv3';
const PATIENCE = 10_000;

export interface ReadPicture {
  readonly texts: readonly string[];
  readonly cutOff: boolean;
  readonly tooSmall: boolean;
  /** Milliseconds from handing the picture over to the answer: decoding and reading. */
  readonly ms: number;
}

/** The built extension in Chromium: its Worker reads pictures, in a page of the extension. */
export interface ExtensionReader {
  read(file: Buffer, rectangles: readonly Rectangle[]): Promise<ReadPicture>;
  /** Milliseconds to capture the tab in front, this wide and high in device pixels, so many times. */
  capture(times: number): Promise<{ width: number; height: number; ms: number[] }>;
  close(): Promise<void>;
}

export async function openReader(screen: { width: number; height: number; ratio: number }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-bench-'));
  const extension = withHostsGranted(BUILT, path.join(folder, 'extension'), ['<all_urls>']);
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    headless: true,
    viewport: null,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--window-size=${screen.width},${screen.height}`,
      `--force-device-scale-factor=${screen.ratio}`,
    ],
  });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return drive(await openPage(context), close);
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function openPage(context: BrowserContext): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(new URL('/popup.html', worker.url()).href);
  await page.evaluate(startWorker);
  return page;
}

interface Bench {
  worker: Worker;
}

function startWorker(): void {
  const types = (
    globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): never } }
  ).trustedTypes;
  const policy: { createScriptURL(url: string): URL } = types.createPolicy('bench', {
    createScriptURL: (url: string) => url,
  });
  (globalThis as unknown as Bench).worker = new Worker(policy.createScriptURL('/qr-worker.js'));
}

function drive(page: Page, close: () => Promise<void>): ExtensionReader {
  return {
    async read(file, rectangles) {
      const answer = await page.evaluate(ask, { file: file.toString('base64'), rectangles, PATIENCE });
      if (!answer.read) throw new Error(`the Worker answers ${JSON.stringify(answer.failure)}`);
      return { ...answer.read, ms: answer.ms };
    },
    async capture(times) {
      await page.bringToFront();
      return page.evaluate(captureTab, times);
    },
    close,
  };
}

/** Runs in the extension's page. */
async function ask(task: { file: string; rectangles: readonly Rectangle[]; PATIENCE: number }) {
  const bytes = Uint8Array.from(atob(task.file), (character) => character.charCodeAt(0));
  const image = new Blob([bytes], { type: 'image/png' });
  const { worker } = globalThis as unknown as Bench;
  const began = performance.now();
  const answer = await new Promise<{ read?: Omit<ReadPicture, 'ms'>; failure?: unknown }>(
    (resolve, reject) => {
      setTimeout(() => reject(new Error('the Worker does not answer')), task.PATIENCE);
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage({ image, rectangles: task.rectangles });
    },
  );
  return { ...answer, ms: performance.now() - began };
}

/** Runs in the extension's page. */
async function captureTab(times: number) {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { captureVisibleTab(options: object): Promise<string> } };
  };
  const ms: number[] = [];
  let address = '';
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    address = await chrome.tabs.captureVisibleTab({ format: 'png' });
    ms.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 600)); // two a second is what browsers allow
  }
  const image = new Image();
  image.src = address;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight, ms };
}
