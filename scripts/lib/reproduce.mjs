import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT, run } from './command.mjs';

/** What is no source. */
const LEFT_OUT = new Set(['node_modules', '.output', '.wxt', '.git', 'test-results']);

/**
 * Copies the source into an empty folder, as a clone of it elsewhere would be.
 * @param {string} folder
 * @param {{ privately?: boolean }} [options] `privately`: readable by the owner only, as under umask 077
 */
export async function copySource(folder, { privately = false } = {}) {
  for (const name of readdirSync(ROOT)) {
    if (LEFT_OUT.has(name)) continue;
    const filter = (/** @type {string} */ file) => path.basename(file) !== 'node_modules';
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true, filter });
  }
  if (privately && process.platform !== 'win32') await run('chmod', ['-R', 'go-rwx', folder]);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
}

/**
 * Builds and zips for one browser in that folder.
 * @param {string} folder
 * @param {'chrome' | 'firefox'} browser
 * @param {{ timeZone?: string, umask?: string, mode?: 'production' | 'release', kind?: string }} [options] `kind`: whose zip is
 *   returned, where it is not the browser's own
 * @returns {Promise<Buffer>} the zip that would be handed to the store
 */
export async function buildZip(
  folder,
  browser,
  { timeZone = 'UTC', umask = '022', mode = 'production', kind = browser } = {},
) {
  // Vitest and a mode of our own each make a development build of it otherwise, with the folder's path inside.
  const options = { cwd: folder, env: { TZ: timeZone, NODE_ENV: 'production', VITEST: undefined } };
  const { status, output } =
    process.platform === 'win32'
      ? await run('wxt', ['zip', '-b', browser, '--mode', mode], options)
      : await run('sh', ['-c', `umask ${umask} && exec wxt zip -b ${browser} --mode ${mode}`], options);
  if (status !== 0) throw new Error(`wxt zip failed:\n${output}`);
  const built = path.join(folder, '.output');
  const suffix = mode === 'release' ? '-release' : '';
  const zip = readdirSync(built).find((name) => name.endsWith(`-${kind}${suffix}.zip`));
  if (!zip) throw new Error(`no zip for ${kind} in ${built}`);
  return readFileSync(path.join(built, zip));
}
