import type { Settings } from '../../../utils/platform/settings';
import type { Lanyard } from '../fixtures';

interface Chrome {
  readonly chrome: {
    readonly alarms: {
      create(name: string, when: object): Promise<void>;
      get(name: string): Promise<{ scheduledTime: number; periodInMinutes?: number } | undefined>;
    };
    readonly storage: {
      readonly local: {
        get(key: string): Promise<{ settings?: object }>;
        set(values: object): Promise<void>;
      };
    };
  };
}

/** Changes settings as the settings page does. */
export async function set(lanyard: Lanyard, changes: Partial<Settings>): Promise<void> {
  await lanyard.arrange(async (changes) => {
    const { local } = (globalThis as unknown as Chrome).chrome.storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...settings, ...changes } });
  }, changes);
}

/** When it goes off, or null. */
export async function alarmTime(lanyard: Lanyard, name: string): Promise<number | null> {
  return lanyard.arrange(async (name) => {
    const { alarms } = (globalThis as unknown as Chrome).chrome;
    return (await alarms.get(name))?.scheduledTime ?? null;
  }, name);
}

/** Minutes between its times; null for one that is not set, or comes once. */
export async function alarmPeriod(lanyard: Lanyard, name: string): Promise<number | null> {
  return lanyard.arrange(async (name) => {
    const { alarms } = (globalThis as unknown as Chrome).chrome;
    return (await alarms.get(name))?.periodInMinutes ?? null;
  }, name);
}

/** Lets an alarm go off now that is set for later. @returns whether it was set */
export async function fireAlarm(lanyard: Lanyard, name: string): Promise<boolean> {
  if ((await alarmTime(lanyard, name)) === null) return false;
  await lanyard.arrange(async (name) => {
    const { alarms } = (globalThis as unknown as Chrome).chrome;
    await alarms.create(name, { when: Date.now() });
  }, name);
  return true;
}

export async function statusOf(lanyard: Lanyard): Promise<string> {
  return (await lanyard.ask('vault/snapshot', { tabId: null })).status;
}
