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
}

export const DEFAULT_SETTINGS: Settings = {
  lockIdleMinutes: 10,
  lockAfterHours: 12,
  fipsKdf: false,
  language: null,
};
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
  };
}

export async function readSettings(): Promise<Settings> {
  return checkSettings(await readLocal(KEY));
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
