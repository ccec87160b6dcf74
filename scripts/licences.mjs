import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * node scripts/licences.mjs: writes public/licences.txt, the notices of everything that is in the package. A test holds
 * that it is what this makes of the packages installed.
 */
const ROOT = path.join(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'public', 'licences.txt');

/** A package that leaves the choice is taken under this one. @type {Record<string, string>} */
const CHOSEN = { '(MIT OR Apache-2.0)': 'MIT' };
/** Where its text is not in a file called so. @type {Record<string, string>} */
const FILES = { otpauth: 'LICENSE.md', qr: 'LICENSE-MIT' };
/** Asks for its address and that of the unchanged source, not for its text. */
const MPL = `Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/
Its source, unchanged: https://github.com/mozilla/webextension-polyfill\n`;

/**
 * Everything that ships, by name, what a dependency brings along included.
 * @returns {{ name: string, version: string, licence: string }[]}
 */
export function shipped() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  const { packages } = read('package-lock.json');
  /** @type {Map<string, { name: string, version: string, licence: string }>} */
  const found = new Map();
  /** @param {string} name */
  const add = (name) => {
    if (found.has(name)) return;
    const { version, license, dependencies = {} } = packages[`node_modules/${name}`];
    found.set(name, { name, version, licence: CHOSEN[license] ?? license });
    Object.keys(dependencies).forEach(add);
  };
  Object.keys(read('package.json').dependencies).forEach(add);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns {string} */
export function licencesText() {
  const notices = shipped().map(({ name, version, licence }) => {
    const file = path.join(ROOT, 'node_modules', name, FILES[name] ?? 'LICENSE');
    const text = licence === 'MPL-2.0' ? MPL : readFileSync(file, 'utf8');
    return `${name} ${version} (${licence})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
  });
  const line = `\n${'-'.repeat(72)}\n\n`;
  return `Lanyard contains these works of others.\n${line}${notices.join(line)}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, licencesText());
