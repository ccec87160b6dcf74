import { browser } from 'wxt/browser';
import type { SkewReading } from '../otp/clock';
import { readLocal } from './local';
import { bumpRevision } from './revision';

const OFFSET = 'clock-offset';
const READINGS = 'clock-readings';
const MOST_READINGS = 5;
const LARGEST = 86_400;

/** Whole seconds that a person had added to the computer's clock for codes; 0 for none, or where the disk spoilt it. */
export async function readClockOffset(): Promise<number> {
  const offset = await readLocal(OFFSET);
  return Number.isInteger(offset) && Math.abs(offset as number) <= LARGEST ? (offset as number) : 0;
}

export async function writeClockOffset(offset: number): Promise<void> {
  await browser.storage.local.set({ [OFFSET]: offset });
  await bumpRevision();
}

/** What portals said of the clock since the browser started, the newest last, one a portal. Forgotten at lock. */
export async function readSkews(): Promise<readonly SkewReading[]> {
  return ((await browser.storage.session.get(READINGS))[READINGS] as SkewReading[] | undefined) ?? [];
}

export async function addSkew(reading: SkewReading): Promise<void> {
  const others = (await readSkews()).filter(({ origin }) => origin !== reading.origin);
  await browser.storage.session.set({ [READINGS]: [...others, reading].slice(-MOST_READINGS) });
  await bumpRevision();
}

/** The clock itself may have been put right: only what is read from now on counts. */
export async function forgetSkews(): Promise<void> {
  await browser.storage.session.remove(READINGS);
}
