import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchChromium } from '../../../scripts/lib/cdp.mjs';
import { drivePage, type Page } from '../../../scripts/lib/page.mjs';
import { attach } from '../../../scripts/lib/session.mjs';
import { askIn, type Desk } from './desk.ts';

export type Lanyard = Awaited<ReturnType<typeof startLanyard>>;

/** A Chromium of its own process group, with a build of the extension, on a profile that is kept. */
export async function startLanyard(build: string, profile: string, args: readonly string[] = []) {
  const browser = await launchChromium({ executable: ownGroup(profile), extension: build, profile, args });
  const id = browser.extensionId!;

  /** A killed browser leaves its last orders unanswered. */
  const gone = browser.closed.then(() => Promise.reject(new Error('the browser is gone')));
  gone.catch(() => {});

  /** In front. */
  async function openTab(url = 'about:blank'): Promise<Page> {
    const { targetId } = await browser.send('Target.createTarget', { url });
    return drivePage(await attach(browser, targetId));
  }

  /** A page of ours; without a file one that shows nothing and asks nothing by itself. */
  async function openPage(file = 'manifest.json'): Promise<Page> {
    const page = await openTab(`chrome-extension://${id}/${file}`);
    await page.waitFor(
      `document.readyState === 'complete' && !!chrome.runtime?.id`,
      'a page of ours is open',
    );
    return page;
  }

  async function openDesk(): Promise<Desk> {
    const page = await openPage();
    const { targetId } = page.session;
    return {
      ...askIn((expression) => Promise.race([page.evaluate(expression), gone])),
      close: async () => void (await browser.send('Target.closeTarget', { targetId })),
    };
  }

  const workers = new Set<string>();
  let deaths = 0;
  browser.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    if (workers.has(targetId)) deaths++;
  });

  async function workerTarget(): Promise<string | undefined> {
    const { targetInfos } = await browser.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }: { type: string; url: string }) => type === 'service_worker' && url.includes(id),
    );
    if (worker) workers.add(worker.targetId);
    return worker?.targetId;
  }

  return {
    id,
    /** The browser's own session, for what is no page's affair. */
    browser,
    openTab,
    openPage,
    closePage: async ({ session }: Page) =>
      void (await browser.send('Target.closeTarget', { targetId: session.targetId })),
    openDesk,
    /** To look into the running worker. */
    openWorker: async () => drivePage(await attach(browser, (await workerTarget())!)),

    /** Ends the worker, and returns once it is gone; a message may wake the next one at once. */
    async killWorker(): Promise<void> {
      const before = deaths;
      for (let tries = 0; deaths === before; tries++) {
        const targetId = await workerTarget();
        if (!targetId) return;
        if (tries % 100 === 0) await browser.send('Target.closeTarget', { targetId });
        if (tries > 2000) throw new Error('the worker does not die');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },

    close: () => browser.close(),

    /** SIGKILL to every process of the browser at once. */
    async kill(): Promise<void> {
      const group = -browser.pid!;
      process.kill(group, 'SIGKILL');
      await browser.closed;
      while (isAlive(group)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

function isAlive(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}

/**
 * A program that is the browser as the leader of a new process group, with its loose files beside the profile. Linux
 * only: other systems have no `setsid` command, and nobody has needed the campaigns there.
 */
function ownGroup(profile: string): string {
  const loose = `${profile}.tmp`;
  mkdirSync(loose, { recursive: true });
  const program = path.join(loose, 'chromium');
  const browser = process.env.CHROME_BIN ?? '/usr/bin/chromium';
  writeFileSync(program, `#!/bin/sh\nTMPDIR='${loose}' exec setsid '${browser}' "$@"\n`, { mode: 0o755 });
  return program;
}
