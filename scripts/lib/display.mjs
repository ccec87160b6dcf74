import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { within } from './session.mjs';

/** What it takes to have a screen where there is none, and hands on its keyboard. */
export const DISPLAY_PROGRAMS = ['Xvfb', 'openbox', 'xdotool'];

export const hasDisplayPrograms = () =>
  DISPLAY_PROGRAMS.every((program) =>
    (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program))),
  );

/**
 * A screen of its own with a window manager. The browser's own questions belong to no page and answer to no
 * DevTools; a real key press on a real screen is how a person answers them, and the only way here.
 */
export async function openDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  /** @type {Promise<string>} */
  const number = new Promise((resolve) => numbers.once('data', (text) => resolve(String(text).trim())));
  const display = `:${await within(number, 10_000, 'Xvfb')}`;
  const env = { ...process.env, DISPLAY: display };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  const close = () => {
    manager.kill();
    server.kill();
  };
  process.once('exit', close);
  return {
    display,
    /** Such as `Tab`, `Return`, `alt+shift+l`. @param {string[]} keys */
    press(...keys) {
      for (const key of keys) spawnSync('xdotool', ['key', '--clearmodifiers', key], { env });
    },
    close,
  };
}
