import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from '../../../scripts/lib/command.mjs';
import { ADDON_ID, ADDON_UUID, type Firefox, launchFirefox } from '../../../scripts/lib/firefox.mjs';
import type { Lanyard } from './chromium.ts';
import { askIn, type Desk } from './desk.ts';

const PREFS = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  // A browser that was killed comes back without a question and without its tabs.
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  // Nothing is made ready that nobody will look at.
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
};

/** Builds the sources as they are now; answers the .xpi. */
export async function buildXpi(variant: string): Promise<string> {
  const args = ['zip', '-b', 'firefox', '-c', 'tests/torture/build.config.ts'];
  const { status, output } = await run('wxt', args, { env: { LANYARD_VARIANT: variant } });
  if (status !== 0) throw new Error(`The build of ${variant} failed:\n${output.slice(-2000)}`);
  return path.join(ROOT, '.output', 'torture', variant.replaceAll(' ', '-'), 'lanyard.xpi');
}

/** The same as `startLanyard`, in Firefox: on a profile that is kept, and in which the extension stays installed. */
export async function startInFirefox(
  xpi: string,
  profile: string,
): Promise<Pick<Lanyard, 'openDesk' | 'close' | 'kill'>> {
  if (!existsSync(profile)) await install(xpi, profile);
  const firefox = await launch(profile);
  await firefox.waitForChrome(
    `WebExtensionPolicy.getByID('${ADDON_ID}')?.active && !!WebExtensionPolicy.getByID('${ADDON_ID}').extension.backgroundState`,
    'the extension has started',
    60_000,
  );
  /** A killed browser leaves its last orders unanswered. */
  const gone = firefox.closed.then(() => Promise.reject(new Error('the browser is gone')));
  gone.catch(() => {});

  return {
    async openDesk(): Promise<Desk> {
      // Just started, Firefox may not be able to open a tab yet.
      const tab = await firefox.openTab().catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return firefox.openTab();
      });
      await firefox.navigate(tab, `moz-extension://${ADDON_UUID}/icon/unlocked-16.png`);
      return {
        ...askIn((expression) => Promise.race([firefox.evalIn(tab, expression), gone])),
        close: async () => void (await firefox.send('browsingContext.close', { context: tab })),
      };
    },

    close: () => quit(firefox),

    /** SIGKILL to every process of the browser at once. */
    async kill(): Promise<void> {
      process.kill(-firefox.pid!, 'SIGKILL');
      await firefox.closed;
      await firefox.close();
    },
  };
}

const launch = (profile: string) =>
  launchFirefox({ executable: process.env.FIREFOX_BIN ?? '/usr/bin/firefox-esr', prefs: PREFS, profile });

/** In a run of its own that ends in order: Firefox writes down late which extensions it has. */
async function install(xpi: string, profile: string): Promise<void> {
  const firefox = await launch(profile);
  await firefox.installForGood(xpi);
  await quit(firefox);
}

/** As a person does: a signal would end it before it has written what it still has to write. */
async function quit(firefox: Firefox): Promise<void> {
  firefox.send('browser.close').catch(() => {}); // it may be gone before it has answered
  await Promise.race([firefox.closed, new Promise((resolve) => setTimeout(resolve, 30_000))]);
  await firefox.close();
}
