import { type BrowserContext, chromium } from '@playwright/test';
import { extensionOf } from './lanyard.ts';

/** Where hosts lead, as `--host-resolver-rules` has it, and whose certificate is believed there. */
export interface Network {
  readonly rules: string;
  readonly spki: string;
}

/** Chromium with a build of the extension, on a profile that is kept. Without a network, whatever the machine has. */
export async function launchWithExtension(
  extension: string,
  profile: string,
  network?: Network,
  switches: readonly string[] = [],
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROME_BIN ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(network
        ? [`--host-resolver-rules=${network.rules}`, `--ignore-certificate-errors-spki-list=${network.spki}`]
        : []),
      ...switches,
    ],
  });
  extensionOf.set(context, extension);
  return context;
}
