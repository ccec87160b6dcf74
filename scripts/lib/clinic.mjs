import { spawn } from 'node:child_process';
import { projectEnvironment, ROOT } from './command.mjs';
import { within } from './session.mjs';

/**
 * What the demo clinic says of itself in one line of JSON.
 * @typedef {object} ClinicFacts
 * @property {string} origin with the port
 * @property {string} portlessOrigin as it is called where `resolverRules` are in force
 * @property {number} port
 * @property {string} spki of its certificate
 * @property {string} setupUrl
 * @property {string} resolverRules for Chromium's --host-resolver-rules
 */

/**
 * Starts the demo clinic as a process of its own, under the pinned Node.
 * @returns {Promise<ClinicFacts & { stop(): void }>}
 */
export async function startClinic() {
  const child = spawn('node', ['tests/clinic/main.ts'], {
    cwd: ROOT,
    env: projectEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  let said = '';
  /** @type {Promise<ClinicFacts>} */
  const ready = new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const line = /^\{.*\}(?=\r?\n)/m.exec(said);
      if (line) resolve(JSON.parse(line[0]));
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`The demo clinic ended (${status}):\n${said}`)));
  });
  return { ...(await within(ready, 30_000, 'The demo clinic')), stop };
}

/** What lets Chromium reach the clinic under its own names. @param {ClinicFacts} clinic */
export const clinicArguments = ({ resolverRules, spki }) => [
  `--host-resolver-rules=${resolverRules}`,
  `--ignore-certificate-errors-spki-list=${spki}`,
];
