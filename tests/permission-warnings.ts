import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../scripts/lib/cdp.mjs';
import { ensureChromium } from '../scripts/lib/install.mjs';
import { openTab } from '../scripts/lib/popup.mjs';

const PROBE = {
  manifest_version: 3,
  name: 'Reads what Chromium would warn of',
  version: '1',
  permissions: ['management'],
};

/** What a real Chromium would tell the person at install, for each manifest, asked by an extension of our own. */
export async function permissionWarnings(manifests: readonly object[]): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-probe-'));
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(PROBE));
  writeFileSync(path.join(folder, 'probe.html'), '<!doctype html><title>probe</title>');
  const browser = await launchChromium({ executable: await ensureChromium(), extension: folder });
  try {
    const page = await openTab(browser, `chrome-extension://${browser.extensionId}/probe.html`);
    const ask = (manifest: object) =>
      page.evaluate(
        `chrome.management.getPermissionWarningsByManifest(${JSON.stringify(JSON.stringify(manifest))})`,
      );
    return await Promise.all(manifests.map(ask));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
