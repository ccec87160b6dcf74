import type { Settings } from '../../../utils/platform/settings';
import type { Lanyard } from '../fixtures';

interface Chrome {
  chrome: {
    storage: {
      local: { get(key: string): Promise<{ settings?: object }>; set(values: object): Promise<void> };
    };
  };
}

/** Changes settings as the settings page does, and waits until the worker has seen it. */
export async function set(lanyard: Lanyard, changes: Partial<Settings>): Promise<void> {
  await lanyard.arrange(async (changes) => {
    const { local } = (globalThis as unknown as Chrome).chrome.storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...settings, ...changes } });
  }, changes);
}

export async function statusOf(lanyard: Lanyard): Promise<string> {
  return (await lanyard.ask('vault/snapshot', { tabId: null })).status;
}
