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
  /** Sets the clockwork for a vault that was just opened, or found open by a new worker. */
  async function watch(): Promise<void> {
    const { lockIdleMinutes } = await readSettings();
    browser.idle.setDetectionInterval(lockIdleMinutes * 60);
    await browser.alarms.create(ALARM, { periodInMinutes: presenceMinutes(lockIdleMinutes) });
  }

  async function onAlarm({ name }: { name: string }): Promise<void> {
    if (name !== ALARM) return;
    const key = await session.validKey();
    if (!key) {
      await browser.alarms.clear(ALARM);
      return;
    }
    const { lockIdleMinutes } = await readSettings();
    const state = await browser.idle.queryState(lockIdleMinutes * 60);
    if (state !== 'active') await lock();
    else await writeSessionKey({ ...key, lastPresent: Date.now() });
  }

  async function onIdleState(state: string): Promise<void> {
    if (state !== 'active' && (await readSessionKey())) await lock();
  }

  async function lock(): Promise<void> {
    await session.end();
    await browser.alarms.clear(ALARM);
  }

  return { watch, lock, onAlarm, onIdleState };
}
