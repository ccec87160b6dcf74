import { browser } from 'wxt/browser';
import { readSessionKey, writeSessionKey } from '../../utils/platform/session-key';
import { readSettings } from '../../utils/platform/settings';
import { presenceMinutes, type Session } from './session';

const ALARM = 'auto-lock';

/**
 * Locks when the person is away, when the computer is locked (where the browser tells) and at the absolute limit.
 * These only make it happen on time; the session checks its own deadline before every use.
 */
export function createAutoLock(session: Session) {
  /** Sets the clockwork for a vault that was just opened. */
  async function watch(): Promise<void> {
    const { lockIdleMinutes } = await readSettings();
    browser.idle.setDetectionInterval(lockIdleMinutes * 60);
    await browser.alarms.create(ALARM, { periodInMinutes: presenceMinutes(lockIdleMinutes) });
  }

  async function onAlarm({ name }: { name: string }): Promise<void> {
    if (name !== ALARM) return;
    const key = await session.validKey();
    if (!key) await browser.alarms.clear(ALARM);
    else if (await isSomebodyHere()) await writeSessionKey({ ...key, lastPresent: Date.now() });
    else await lock();
  }

  async function onIdleState(state: string): Promise<void> {
    if (state === 'active' || !(await readSessionKey())) return;
    if (state === 'locked' || !(await isSomebodyHere())) await lock();
  }

  /** Asks anew: a browser may have forgotten our idle time with the worker, and then tells of idleness too early. */
  async function isSomebodyHere(): Promise<boolean> {
    const { lockIdleMinutes } = await readSettings();
    browser.idle.setDetectionInterval(lockIdleMinutes * 60);
    return (await browser.idle.queryState(lockIdleMinutes * 60)) === 'active';
  }

  async function lock(): Promise<void> {
    await session.end();
    await browser.alarms.clear(ALARM);
  }

  return { watch, lock, onAlarm, onIdleState };
}
