import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { CHROMIUM, FIREFOX, placesOf } from './browser-places.mjs';
import { ROOT, run } from './command.mjs';
import { hasDisplayPrograms } from './display.mjs';

/** @param {string} file */
const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** @param {string} line */
const tell = (line) => console.log(line);

/**
 * Installs the npm packages when there are none, or when package-lock.json is newer than they are.
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensurePackages() {
  const installed = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (modified(path.join(ROOT, 'package-lock.json')) <= modified(installed)) return false;
  tell('Installing the npm packages (npm ci) …');
  const { status, output, seconds } = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Error(`npm ci failed:\n${output}`);
  tell(`  done in ${seconds.toFixed(1)} s`);
  return true;
}

/** Whether it starts at all: on Ubuntu the apt packages are stubs that only work with snap. @param {string} file */
function runs(file) {
  if (process.platform === 'win32') return true; // there, --version opens a window
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** @typedef {import('./browser-places.mjs').BrowserKind} BrowserKind */

/** @param {BrowserKind} kind @returns {string | undefined} */
function find(kind) {
  for (const file of placesOf(kind, process)) if (existsSync(file) && runs(file)) return file;
  return undefined;
}

/** Whether this is Debian or Ubuntu and we may install on it. */
const mayInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {BrowserKind} kind @returns {Promise<string>} the program's path */
async function ensure(kind) {
  const named = process.env[kind.variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`${kind.variable} names ${named}, and there is no such file.`);
    return named;
  }
  const found = find(kind);
  if (found) return found;

  if (mayInstall()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    tell('Asking for the list of packages (apt-get update) …');
    const update = await run('apt-get', ['update', '-qq'], { env });
    tell(`  done in ${update.seconds.toFixed(1)} s`);
    /** @type {string[]} */ const said = update.status === 0 ? [] : [update.output];
    for (const name of kind.debianPackages) {
      tell(`Installing ${name} (apt-get) …`);
      const { status, output, seconds } = await run(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', name],
        { env },
      );
      const installed = status === 0 ? find(kind) : undefined;
      if (installed) {
        tell(`  done in ${seconds.toFixed(1)} s`);
        return installed;
      }
      said.push(output.trim().split('\n').slice(-3).join('\n'));
    }
    throw new Error(`${missing(kind)}\napt-get said:\n${said.join('\n')}`);
  }
  throw new Error(missing(kind));
}

/** @param {BrowserKind} kind */
const missing = (kind) =>
  `There is no browser to run in: install ${kind.title}, or set ${kind.variable} to the program's path ` +
  `(on Debian, as root: apt-get install ${kind.debianPackages[0]}).`;

/** The path of a Chromium-family browser, installed if need be. Throws a sentence that says what to do. */
export const ensureChromium = () => ensure(CHROMIUM);

/** The path of a Firefox, installed if need be. Throws a sentence that says what to do. */
export const ensureFirefox = () => ensure(FIREFOX);

/**
 * Xvfb and its like, for the one test that answers the browser's own question; without them it is skipped, and the
 * summary counts it.
 */
export async function ensureDisplay() {
  if (hasDisplayPrograms() || !mayInstall()) return;
  tell('Installing a screen without a monitor (apt-get) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['xvfb', 'openbox', 'xdotool'];
  const order = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  let outcome = await run('apt-get', order, { env });
  if (outcome.status !== 0) {
    await run('apt-get', ['update', '-qq'], { env });
    outcome = await run('apt-get', order, { env });
  }
  tell(`  done in ${outcome.seconds.toFixed(1)} s`);
}
