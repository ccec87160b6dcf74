import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ADDON_UUID, launchFirefox } from '../../scripts/lib/firefox.mjs';
import { grantHosts } from '../../scripts/lib/firefox-front.mjs';
import { withHostsGranted } from '../../scripts/lib/granted-build.mjs';
import type { PageProtocol } from '../../utils/messaging/protocol.ts';
import type { Input, Name, Output } from '../../utils/messaging/wire.ts';
import { driveLanyard, sessionOf } from '../e2e/lanyard.ts';
import { launchWithExtension } from '../e2e/launch.ts';

export type Ask = <N extends Name<PageProtocol>>(
  name: N,
  ...input: Input<PageProtocol, N>
) => Promise<Output<PageProtocol, N>>;

/** A browser with the real build, one tab for the pages under test, and a page of ours that may ask the worker. */
export interface Driven {
  readonly title: 'Chromium' | 'Firefox';
  readonly tabId: number;
  ask: Ask;
  open(url: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** Types a name and a password as a person does, and presses Enter; returns when `endsAt` is open. */
  logIn(url: string, endsAt: string): Promise<void>;
  close(): Promise<void>;
}

export interface Served {
  readonly port: number;
  readonly spki: string;
}

const granted = (hosts: readonly string[]) => hosts.map((host) => `https://${host}/*`);

export async function startChromium({ port, spki }: Served, hosts: readonly string[]): Promise<Driven> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-libraries-'));
  const extension = withHostsGranted(
    path.resolve('.output/chrome-mv3'),
    path.join(folder, 'extension'),
    granted(hosts),
  );
  const network = { rules: `MAP *:${port} 127.0.0.1:${port}`, spki };
  const context = await launchWithExtension(extension, path.join(folder, 'profile'), network);
  const lanyard = await driveLanyard(context, await sessionOf(context));
  await lanyard.ask('vault/snapshot', { tabId: null });
  const tab = await context.newPage();
  const tabId = await lanyard.tabInFront();
  return {
    title: 'Chromium',
    tabId,
    ask: lanyard.ask,
    async open(url) {
      await tab.goto(url);
    },
    evaluate: (expression) => tab.evaluate(expression),
    async logIn(url, endsAt) {
      await tab.goto(url);
      await tab.locator('#user').fill('sam');
      await tab.locator('#password').pressSequentially('calm-harbour');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(endsAt);
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function startFirefox(_: Served, hosts: readonly string[]): Promise<Driven> {
  const firefox = await launchFirefox({
    executable: process.env.FIREFOX_BIN ?? 'firefox-esr',
    prefs: {
      'extensions.originControls.grantByDefault': false,
      'network.dns.localDomains': hosts.join(),
    },
  });
  await firefox.install(path.resolve('.output/firefox-mv3'));
  await grantHosts(firefox, granted(hosts));
  const office = await firefox.openTab();
  await firefox.navigate(office, `moz-extension://${ADDON_UUID}/options.html`);
  const tab = await firefox.openTab();
  await firefox.activate(tab);
  const inOffice = (expression: string) => firefox.evalIn(office, expression);
  const ask: Ask = async (name, ...[input]) => {
    const message = JSON.stringify({ name, input });
    const reply = JSON.parse(
      await inOffice(`browser.runtime.sendMessage(${message}).then((reply) => JSON.stringify(reply ?? {}))`),
    );
    if (reply.failure) throw new Error(reply.failure.code);
    return reply.value;
  };
  return {
    title: 'Firefox',
    tabId: await inOffice(`browser.tabs.query({ active: true, currentWindow: true }).then(([{ id }]) => id)`),
    ask,
    open: (url) => firefox.navigate(tab, url),
    evaluate: (expression) => firefox.evalIn(tab, expression),
    async logIn(url, endsAt) {
      await firefox.navigate(tab, url);
      for (const [selector, text] of [
        ['#user', 'sam'],
        ['#password', 'calm-harbour\uE007'],
      ] as const) {
        await firefox.click(tab, selector);
        await firefox.type(tab, text);
      }
      await firefox.waitFor(
        tab,
        `location.href === ${JSON.stringify(endsAt)} && document.readyState === 'complete'`,
        `${endsAt} is open`,
      );
    },
    close: firefox.close,
  };
}
