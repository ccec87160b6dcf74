import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const WINDOWS = process.platform === 'win32';

/**
 * The environment in which a command finds the project's own tools, and its pinned Node, before anything
 * the machine has.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(extra = {}) {
  const environment = { ...process.env, ...extra };
  const key = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  environment[key] = [path.join(ROOT, 'node_modules', '.bin'), environment[key] ?? ''].join(path.delimiter);
  return environment;
}

/** Whether the Node of package-lock.json is there; on platforms without a package the machine's own serves. */
export function hasPinnedNode() {
  return existsSync(path.join(ROOT, 'node_modules', '.bin', WINDOWS ? 'node.cmd' : 'node'));
}

/**
 * @typedef {object} Outcome
 * @property {number} status exit status; 1 when the command did not start or was ended by a signal
 * @property {string} output both streams, in the order they came
 * @property {string} stdout
 * @property {number} seconds
 */

/**
 * Runs a command to its end, quietly. The input is closed, so that nothing can wait for an answer.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, log?: string, timeout?: number }} [options]
 *   `log`: a file that gets the whole output; `timeout`: ms after which it is ended
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd = ROOT, env = {}, log, timeout = 0 } = {}) {
  const began = Date.now();
  return new Promise((resolve) => {
    /** @type {string[]} */ const both = [];
    /** @type {string[]} */ const out = [];
    const child = spawn(command, args, {
      cwd,
      env: projectEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: WINDOWS,
      timeout,
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      both.push(text);
      out.push(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      both.push(text);
    });
    /** @param {number} status */
    const end = (status) => {
      const output = both.join('');
      if (log !== undefined) {
        mkdirSync(path.dirname(log), { recursive: true });
        writeFileSync(log, `$ ${[command, ...args].join(' ')}\n${output}`);
      }
      resolve({ status, output, stdout: out.join(''), seconds: (Date.now() - began) / 1000 });
    };
    child.on('error', (error) => {
      both.push(`${error.message}\n`);
      end(1);
    });
    child.on('close', (status) => end(status ?? 1));
  });
}
