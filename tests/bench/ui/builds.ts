import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withHostsGranted } from '../../../scripts/lib/granted-build.mjs';

const PROBE = path.join(import.meta.dirname, 'probe.js');
const TAG = '<script src="/probe.js"></script>';

/** The popup's page as it is shipped, for where the driver itself brings the probe. */
export const SHIPPED = 'popup-as-shipped.html';
/** The least that a page can do to show a code: one script that asks the worker what the popup asks, and writes six digits. */
export const LEAST = 'popup-at-least.html';
const LEAST_SCRIPT = `chrome.tabs.query({ active: true, currentWindow: true })
  .then(([{ id }]) => chrome.runtime.sendMessage({ name: 'vault/snapshot', input: { tabId: id } }))
  .then(({ value }) => {
    const digits = document.createElement('p');
    digits.className = 'digits';
    digits.textContent = value.codes[0].code;
    document.body.append(digits);
  });`;
export const PROBE_SOURCE = readFileSync(PROBE, 'utf8');

/** The build with one script more in its popup page, the first one there; for the rest what is shipped, and two pages beside it. */
export function withProbe(built: string, copy: string, hosts: readonly string[]): string {
  withHostsGranted(built, copy, hosts);
  cpSync(PROBE, path.join(copy, 'probe.js'));
  const page = path.join(copy, 'popup.html');
  cpSync(page, path.join(copy, SHIPPED));
  writeFileSync(path.join(copy, 'least.js'), LEAST_SCRIPT);
  writeFileSync(path.join(copy, LEAST), '<!doctype html><script src="/least.js"></script><body></body>');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<head>/, `<head>${TAG}`));
  return copy;
}

/** An extension that does nothing but open a popup of the same size with the same script in it. */
export function makeControl(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Control',
    version: '1',
    action: { default_popup: 'popup.html' },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'size.css'), 'body { width: 360px; height: 500px; margin: 0 }');
  writeFileSync(
    path.join(folder, 'popup.html'),
    `<!doctype html><html data-control><head>${TAG}<link rel="stylesheet" href="/size.css"></head><body>Nothing</body></html>`,
  );
  cpSync(PROBE, path.join(folder, 'probe.js'));
  return folder;
}
