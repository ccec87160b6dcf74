import { browser } from 'wxt/browser';
import { isLanguage, type Language } from '../languages';
import { readLocal } from './local';

export interface Settings {
  /** Minutes without keyboard or mouse before the vault locks: 1 to 60. */
  readonly lockIdleMinutes: number;
  /** Hours after unlocking before the vault locks, whatever happens: 1 to 24. */
  readonly lockAfterHours: number;
  /** Derive keys from passwords by PBKDF2 instead of Argon2id, for practices that keep to FIPS-approved algorithms. */
  readonly fipsKdf: boolean;
  /** Null: as the browser. Pages keep it in `localStorage`, too, and read it there. */
  readonly language: Language | null;
  /** Codes are dots until somebody asks to see one. */
  readonly hidesCodes: boolean;
  /** A copied code is taken off the clipboard again. Needs permissions of its own. */
  readonly clearsClipboard: boolean;
  /** Others use this computer too: governs some of the above, and locks after each copy and fill. */
  readonly sharedPc: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  lockIdleMinutes: 10,
  lockAfterHours: 12,
  fipsKdf: false,
  language: null,
  hidesCodes: false,
  clearsClipboard: false,
  sharedPc: false,
};
/** On a shared PC nobody is trusted to be still there for longer. */
export const SHARED_PC_IDLE_MINUTES = 2;
export const SETTING_LIMITS = { lockIdleMinutes: [1, 60], lockAfterHours: [1, 24] } as const;

const KEY = 'settings';

/** What is stored, each value checked; the default stands in for one that is missing or out of range. */
export function checkSettings(stored: unknown): Settings {
  const values: Partial<Record<keyof Settings, unknown>> = typeof stored === 'object' && stored ? stored : {};
  return {
    lockIdleMinutes: inRange('lockIdleMinutes', values.lockIdleMinutes),
    lockAfterHours: inRange('lockAfterHours', values.lockAfterHours),
    fipsKdf: values.fipsKdf === true,
    language: isLanguage(values.language) ? values.language : null,
    hidesCodes: values.hidesCodes === true,
    clearsClipboard: values.clearsClipboard === true,
    sharedPc: values.sharedPc === true,
  };
}

/** As the person set them. */
export async function readSettings(): Promise<Settings> {
  return checkSettings(await readLocal(KEY));
}

/** What they come to: a shared PC governs its own, and what was set comes back when it is no longer one. */
export function inForce(settings: Settings): Settings {
  if (!settings.sharedPc) return settings;
  const lockIdleMinutes = Math.min(settings.lockIdleMinutes, SHARED_PC_IDLE_MINUTES);
  return { ...settings, hidesCodes: true, lockIdleMinutes };
}

export async function readSettingsInForce(): Promise<Settings> {
  return inForce(await readSettings());
}

/** Calls back whenever settings are written, until the returned function is called. */
export function watchSettings(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && KEY in changes) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Changes some settings and answers all of them as they now stand. */
export async function writeSettings(changes: Partial<Settings>): Promise<Settings> {
  const settings = checkSettings({ ...(await readSettings()), ...changes });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

function inRange(name: keyof typeof SETTING_LIMITS, value: unknown): number {
  const [least, most] = SETTING_LIMITS[name];
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : DEFAULT_SETTINGS[name];
}
