import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Copies a built extension and adds `host_permissions` to its manifest, and optional permissions that are held from the
 * start: the lines in which it differs. Chromium's own questions cannot be answered by a program, so what runs
 * unattended starts with the host granted.
 * @param {string} built
 * @param {string} copy this folder is replaced
 * @param {readonly string[]} hosts match patterns
 * @param {readonly string[]} [permissions] of the optional ones
 * @returns {string} `copy`
 */
export function withHostsGranted(built, copy, hosts, permissions = []) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(built, copy, { recursive: true });
  const file = path.join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const held = [...manifest.permissions, ...permissions];
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts, permissions: held }));
  return copy;
}
