import { browser } from 'wxt/browser';
import type { VaultStatus } from '../../utils/messaging/views';

/**
 * Whoever installs Lanyard is shown at once how to begin. Not after an update, and nobody who has a vault already; not where it
 * comes from the practice's IT, which wants no surprises, nor a copy that a developer loads at each start.
 */
export async function openFirstRun(reason: string, status: () => Promise<VaultStatus>): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType !== 'normal' || (await status()) !== 'none') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
