import type { BrowserContext, Page as Tab } from '@playwright/test';
import type { Page } from '../../scripts/lib/page.mjs';
import { clickToolbarIcon, closePopup, openedPopup } from '../../scripts/lib/popup.mjs';
import type { Transport } from '../../scripts/lib/session.mjs';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Input, Name, Output } from '../../utils/messaging/wire';

export interface Lanyard {
  readonly id: string;
  /** Clicks the toolbar icon on this tab, as a person does. */
  popup(tab: Tab): Promise<Page>;
  /** The popup that the worker opens by itself, as after a command that has nothing to fill. */
  openedPopup(): Promise<Page>;
  closePopup(): Promise<void>;
  /** Asks the worker as one of our own pages does: to arrange a test, never to prove one. */
  ask<N extends Name<PageProtocol>>(
    name: N,
    ...input: Input<PageProtocol, N>
  ): Promise<Output<PageProtocol, N>>;
  /** Ends the worker, and returns only when its target is gone. */
  killWorker(): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /** Ends the worker, takes the step, and fails unless a new worker, and not the old one, answered for it. */
  afterDeath<T>(step: () => Promise<T>): Promise<T>;
  /** The id the browser gives the tab in front. */
  tabInFront(): Promise<number>;
  /** Reloads the extension, as an update does. */
  reload(): Promise<void>;
  /** Hands the worker a keyboard command for the tab in front, at its listener. */
  pressCommand(command: string): Promise<void>;
  /** Hands the worker a choice in the menu of a box of the tab in front, at its listener: no driver can open that menu. */
  chooseMenu(menuItemId: string): Promise<void>;
  /** Tells the worker, at its listener, what the browser would say of the person or the screen. */
  sayIdleState(state: 'idle' | 'locked'): Promise<void>;
  /** Sets the worker's clock to so many milliseconds into a step of 30 s; returns how far it is now ahead of ours. */
  setClock(intoStep: number): Promise<number>;
  /** Makes every write of the worker's to IndexedDB fail as a full disk does, until it is mended. */
  breakDisk(broken: boolean): Promise<void>;
  /** Runs in a page of ours, with the extension's powers: to arrange what no page would do. */
  arrange<T, A>(work: (argument: A) => Promise<T>, argument?: A): Promise<T>;
}

/** Where each browser's extension was loaded from. */
export const extensionOf = new WeakMap<BrowserContext, string>();

export async function sessionOf(context: BrowserContext): Promise<Transport> {
  const session = (await context.browser()!.newBrowserCDPSession()) as unknown as Transport;
  await session.send('Target.setDiscoverTargets', { discover: true });
  return session;
}

export async function driveLanyard(context: BrowserContext, session: Transport): Promise<Lanyard> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return drive(worker.url().split('/')[2]!, context, session);
}

function drive(id: string, context: BrowserContext, browser: Transport): Lanyard {
  let office: Tab | undefined;

  async function workerTarget(): Promise<string | undefined> {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(
      ({ type, url }: { type: string; url: string }) => type === 'service_worker' && url.includes(id),
    )?.targetId;
  }

  async function killWorker(): Promise<void> {
    const targetId = await workerTarget();
    if (!targetId) throw new Error('no worker runs that could be killed');
    await mark();
    await browser.send('Target.closeTarget', { targetId });
    for (let tries = 0; await workerTarget(); tries++) {
      if (tries > 50 && !(await isMarked())) return; // a page of ours has woken the next one already
      if (tries > 500) throw new Error('the worker does not die');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** A restarted worker keeps its target's id, but none of its memory: a mark left there tells old from new. */
  const runningWorker = () => context.serviceWorkers().find((running) => running.url().includes(id))!;
  const mark = () => runningWorker().evaluate(() => ((globalThis as { mark?: boolean }).mark ??= true));
  const isMarked = () => runningWorker().evaluate(() => (globalThis as { mark?: boolean }).mark === true);

  return {
    id,
    async popup(tab) {
      await tab.bringToFront();
      return clickToolbarIcon(browser, id, tab.url());
    },
    openedPopup: () => openedPopup(browser, id),
    closePopup: () => closePopup(browser, id),
    async ask(name, ...[input]) {
      office ??= await openOffice(context, id);
      return office.evaluate(
        async (message) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(m: unknown): Promise<never> } };
          };
          const reply: { value?: never; failure?: { code: string } } =
            await chrome.runtime.sendMessage(message);
          if (reply.failure) throw new Error(reply.failure.code);
          return reply.value!;
        },
        { name, input },
      );
    },
    killWorker,
    isWorkerRunning: async () => (await workerTarget()) !== undefined,
    async afterDeath(step) {
      await mark();
      if (!(await isMarked())) throw new Error('a mark in the running worker is not seen');
      await killWorker();
      const result = await step();
      if (await isMarked()) throw new Error('the old worker answered');
      return result;
    },
    async reload() {
      await browser.send('Extensions.loadUnpacked', { path: extensionOf.get(context) });
      office = undefined;
    },
    pressCommand: (command) =>
      runningWorker().evaluate(async (command) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(q: object): Promise<object[]> };
            commands: { onCommand: { dispatch(command: string, tab?: object): void } };
          };
        };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(command, tab);
      }, command),
    chooseMenu: (menuItemId) =>
      runningWorker().evaluate(async (menuItemId) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(q: object): Promise<object[]> };
            contextMenus: { onClicked: { dispatch(clicked: object, tab?: object): void } };
          };
        };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId, editable: true }, tab);
      }, menuItemId),
    sayIdleState: (state) =>
      runningWorker().evaluate((state) => {
        const { chrome } = globalThis as unknown as {
          chrome: { idle: { onStateChanged: { dispatch(state: string): void } } };
        };
        chrome.idle.onStateChanged.dispatch(state);
      }, state),
    setClock: (intoStep) =>
      runningWorker().evaluate((intoStep) => {
        const world = globalThis as { trueNow?: () => number };
        world.trueNow ??= Date.now.bind(Date);
        const now = world.trueNow;
        const ahead = (intoStep - (now() % 30_000) + 30_000) % 30_000;
        Date.now = () => now() + ahead;
        return ahead;
      }, intoStep),
    async breakDisk(broken) {
      await runningWorker().evaluate((broken) => {
        const store = IDBObjectStore.prototype as IDBObjectStore & { mended?: IDBObjectStore['put'] };
        store.mended ??= store.put;
        store.put = broken
          ? () => {
              throw new DOMException('The disk is full.', 'QuotaExceededError');
            }
          : store.mended;
      }, broken);
    },
    async tabInFront() {
      office ??= await openOffice(context, id);
      return office.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { query(q: object): Promise<{ id: number }[]> } };
        };
        const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return active!.id;
      });
    },
    async arrange(work, argument) {
      office ??= await openOffice(context, id);
      return office.evaluate(work as never, argument as never);
    },
  };
}

/** A page of ours in a background tab, from which a test may ask the worker. */
async function openOffice(context: BrowserContext, id: string): Promise<Tab> {
  const office = await context.newPage();
  await office.goto(`chrome-extension://${id}/options.html`);
  return office;
}
