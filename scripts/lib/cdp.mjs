import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { within } from './session.mjs';

/** No first-run pages, no questions, and no calls home that a closed network would refuse. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-save-password-bubble',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * @typedef {import('./session.mjs').Transport & {
 *   readonly pid: number | undefined,
 *   readonly extensionId: string | null,
 *   readonly closed: Promise<void>,
 *   close(): Promise<void>,
 *   loadExtension(folder: string): Promise<string>,
 * }} Chromium
 */

/**
 * Starts a Chromium-family browser with a profile of its own and talks to it over a pipe: no port that
 * another program could use. Extensions are loaded by `Extensions.loadUnpacked`, since branded Chrome has
 * ignored --load-extension since 137.
 * @param {object} options
 * @param {string} options.executable
 * @param {string} [options.extension] folder of a built extension
 * @param {string} [options.profile] kept afterwards; without it a temporary one is made and removed
 * @param {readonly string[]} [options.args]
 * @param {boolean} [options.headless]
 * @param {string} [options.display] an X display to open the windows on
 * @returns {Promise<Chromium>}
 */
export async function launchChromium({
  executable,
  extension,
  profile,
  args = [],
  headless = true,
  display,
}) {
  const folder = profile ?? mkdtempSync(path.join(tmpdir(), 'lanyard-chromium-'));
  const child = spawn(
    executable,
    [
      `--user-data-dir=${folder}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      ...QUIET,
      ...(headless ? ['--headless=new', '--disable-gpu', '--window-size=1280,800'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: display ? { ...process.env, DISPLAY: display } : process.env,
    },
  );

  /** @type {string[]} */ const complaints = [];
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    complaints.push(text);
    complaints.splice(0, complaints.length - 20);
  });

  let lastId = 0;
  /** @type {Map<number, { method: string, resolve(result: any): void, reject(error: Error): void }>} */
  const waiting = new Map();
  /** @type {Map<string, Set<(parameters: any) => void>>} */
  const listeners = new Map();
  const orders = /** @type {import('node:stream').Writable} */ (child.stdio[3]);
  const answers = /** @type {import('node:stream').Readable} */ (child.stdio[4]);
  orders.on('error', () => {}); // a browser that has gone is reported by its exit

  let text = '';
  answers.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
      const { id, method, params, result, error } = JSON.parse(text.slice(0, end));
      text = text.slice(end + 1);
      if (id === undefined) for (const listener of listeners.get(method) ?? []) listener(params);
      const order = waiting.get(id);
      waiting.delete(id);
      if (error) order?.reject(new Error(`${order.method}: ${error.message}`));
      else order?.resolve(result);
    }
  });

  const sweep = () => {
    if (profile === undefined)
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const atExit = () => {
    child.kill('SIGKILL');
    try {
      sweep();
    } catch {} // the browser's last writes may race with us; the folder is a temporary one
  };
  process.once('exit', atExit);

  let gone = false;
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    const ended = () => {
      gone = true;
      const error = new Error(`The browser has closed. It said last:\n${complaints.join('').slice(-600)}`);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
      process.removeListener('exit', atExit);
      resolve();
    };
    child.once('error', (error) => {
      complaints.push(error.message);
      ended();
    });
    child.once('exit', ended);
  });

  /** @type {Chromium['send']} */
  const send = (method, params = {}) => {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => waiting.set(id, { method, resolve, reject }));
    if (gone) waiting.get(id)?.reject(new Error(`${method}: the browser has closed`));
    else orders.write(`${JSON.stringify({ id, method, params })}\0`);
    return within(answer, 30_000, method);
  };

  const close = async () => {
    await Promise.race([send('Browser.close').catch(() => {}), closed]);
    const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
    await closed;
    clearTimeout(kill);
    sweep();
  };

  /** @param {string} built @returns {Promise<string>} the extension's id */
  const loadExtension = async (built) =>
    (await send('Extensions.loadUnpacked', { path: path.resolve(built) })).id;

  try {
    await send('Browser.getVersion');
    await send('Target.setDiscoverTargets', { discover: true });
    const extensionId = extension === undefined ? null : await loadExtension(extension);
    return {
      pid: child.pid,
      extensionId,
      closed,
      send,
      on(event, listener) {
        const set = listeners.get(event) ?? new Set();
        listeners.set(event, set.add(listener));
      },
      close,
      loadExtension,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
