import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { within } from './session.mjs';

/** The extension's id in the Firefox build, and the address its pages get in a browser started here. */
export const ADDON_ID = 'lanyard@lanyard.example';
export const ADDON_UUID = '11111111-2222-4333-8444-555555555555';

/** @type {Record<string, string | number | boolean>} */
const QUIET = {
  'remote.active-protocols': 1,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'security.notification_enable_delay': 0,
};

/** A value of the protocol as a plain one. @param {any} value @returns {any} */
function plain(value) {
  if (value.type === 'array') return value.value.map(plain);
  if (value.type === 'object') {
    return Object.fromEntries(
      value.value.map((/** @type {[string, any]} */ [key, inner]) => [key, plain(inner)]),
    );
  }
  return value.value;
}

const pause = (milliseconds = 50) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @typedef {Awaited<ReturnType<typeof launchFirefox>>} Firefox */

/**
 * Starts a Firefox, with a temporary profile unless one is named, and speaks WebDriver BiDi to it. Needs Node ≥ 22 (WebSocket).
 * Contexts are BiDi browsing contexts. `chrome` evaluates with the browser's own rights, as its front end.
 * @param {object} options
 * @param {string} options.executable
 * @param {Record<string, string | number | boolean>} [options.prefs] such as
 *   `extensions.originControls.grantByDefault: false`: no host is granted at install
 * @param {boolean} [options.headless]
 * @param {string} [options.profile] a folder that is kept afterwards; the browser then leads a process group of its own
 */
export async function launchFirefox({ executable, prefs = {}, headless = true, profile: kept }) {
  if (typeof WebSocket === 'undefined') throw new Error('Driving Firefox needs Node 22 or newer.');
  const profile = kept ?? mkdtempSync(path.join(tmpdir(), 'lanyard-firefox-'));
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries({ ...QUIET, ...prefs }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    executable,
    [
      ...(headless ? ['--headless'] : []),
      ...[
        '--no-remote',
        '--profile',
        profile,
        '--remote-debugging-port',
        '0',
        '--remote-allow-system-access',
      ],
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: kept !== undefined },
  );
  const sweep = () => {
    if (kept === undefined)
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const atExit = () => {
    child.kill('SIGKILL');
    try {
      sweep();
    } catch {} // its last writes may race with us; the folder is a temporary one
  };
  process.once('exit', atExit);
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  /** @type {WebSocket | undefined} */ let socket;

  const close = async () => {
    socket?.close();
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
    await closed;
    clearTimeout(kill);
    process.removeListener('exit', atExit);
    sweep();
  };

  try {
    let said = '';
    /** @type {Promise<string>} */
    const listening = new Promise((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text) => {
        said = (said + text).slice(-4000);
        const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (address) resolve(address);
      });
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`Firefox has closed. It said last:\n${said.slice(-600)}`)));
    });
    const open = new WebSocket(`${await within(listening, 60_000, 'Firefox')}/session`);
    socket = open;
    await new Promise((resolve, reject) => {
      open.onopen = resolve;
      open.onerror = () => reject(new Error('Firefox refused the connection'));
    });

    let lastId = 0;
    /** @type {Map<number, { resolve(result: any): void, reject(error: Error): void }>} */
    const waiting = new Map();
    open.onmessage = ({ data }) => {
      const { id, type, result, error, message } = JSON.parse(String(data));
      const order = waiting.get(id);
      waiting.delete(id);
      if (type === 'error') order?.reject(new Error(`${error}: ${message}`));
      else order?.resolve(result);
    };
    open.onclose = () => {
      for (const { reject } of waiting.values()) reject(new Error('Firefox has closed'));
    };

    /** @param {string} method @param {object} [params] @returns {Promise<any>} */
    const send = (method, params = {}) => {
      const id = ++lastId;
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      open.send(JSON.stringify({ id, method, params }));
      return within(answer, 60_000, method);
    };

    /** Evaluates an expression, awaited, as if in the midst of a click. @param {string} context @param {string} expression */
    const evalIn = async (context, expression) => {
      const params = { expression, target: { context }, awaitPromise: true, userActivation: true };
      const { type, result, exceptionDetails } = await send('script.evaluate', params);
      if (type === 'exception') throw new Error(exceptionDetails.text);
      return plain(result);
    };

    /** Until the expression is truthy there. @param {string} context @param {string} expression @param {string} what */
    const waitFor = async (context, expression, what, timeout = 15_000) => {
      const until = Date.now() + timeout;
      for (;;) {
        const value = await evalIn(context, expression).catch((error) => {
          if (Date.now() > until) throw error;
        });
        if (value) return value;
        if (Date.now() > until) throw new Error(`not within ${timeout / 1000} s: ${what}`);
        await pause();
      }
    };

    await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    const front = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts[0].context;
    /** @param {string} expression */
    const chrome = (expression) => evalIn(front, expression);

    return {
      pid: child.pid,
      closed,
      send,
      evalIn,
      waitFor,
      chrome,
      /** @param {string} expression @param {string} what @param {number} [timeout] */
      waitForChrome: (expression, what, timeout) => waitFor(front, expression, what, timeout),
      close,

      /** Installs a built folder or a .zip, unsigned, for this run. @param {string} file @returns {Promise<string>} */
      async install(file) {
        const type = file.endsWith('.zip') ? 'archivePath' : 'path';
        const { extension } = await send('webExtension.install', {
          extensionData: { type, path: path.resolve(file) },
        });
        return extension;
      },

      /** Installs a .xpi for good; unsigned where `xpinstall.signatures.required` is false. @param {string} file */
      async installForGood(file) {
        const extensionData = { type: 'archivePath', path: path.resolve(file) };
        await send('webExtension.install', { extensionData, 'moz:permanent': true });
      },

      /** A new tab. @returns {Promise<string>} */
      openTab: async () => (await send('browsingContext.create', { type: 'tab' })).context,

      /** The page's context of the first tab. @returns {Promise<string>} */
      firstTab: async () => (await send('browsingContext.getTree')).contexts[0].context,

      /** Brings a tab to the front. @param {string} context */
      activate: (context) => send('browsingContext.activate', { context }),

      /** Goes there and waits for the document. @param {string} context @param {string} url */
      async navigate(context, url) {
        // For our own pages Firefox never reports the end of loading, so it is asked for everywhere.
        await send('browsingContext.navigate', { context, url, wait: 'none' });
        const there = `location.href.startsWith(${JSON.stringify(url)}) && document.readyState === 'complete'`;
        await waitFor(context, there, `${url} has loaded`);
      },

      /** Clicks with the mouse in the middle of what the selector finds. @param {string} context @param {string} selector */
      async click(context, selector) {
        const place = `(() => {
          const found = document.querySelector(${JSON.stringify(selector)});
          if (!found || found.disabled) return null;
          found.scrollIntoView({ block: 'nearest' });
          const { left, top, width, height } = found.getBoundingClientRect();
          return width > 0 ? [Math.round(left + width / 2), Math.round(top + height / 2)] : null;
        })()`;
        const [x, y] = await waitFor(context, place, `${selector} can be clicked`);
        const actions = [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ];
        await send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
      },

      /** Types key by key into what has the focus. @param {string} context @param {string} text */
      async type(context, text) {
        const actions = [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
        await send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] });
      },

      /** @param {string} context @param {string} file a PNG */
      async screenshot(context, file) {
        const { data } = await send('browsingContext.captureScreenshot', { context });
        writeFileSync(file, Buffer.from(data, 'base64'));
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
