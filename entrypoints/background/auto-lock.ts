import { browser } from 'wxt/browser';
import { bumpRevision } from '../../utils/platform/revision';
import { readSessionKey, writeSessionKey } from '../../utils/platform/session-key';
import { readSettingsInForce } from '../../utils/platform/settings';
import type { Clipboard } from './clipboard';
import { presenceMinutes, type Session } from './session';

const ALARM = 'auto-lock';
const AFTER_USE = 'lock-after-use';
/** For a popup that closed before it could say that it had copied. */
const AFTER_USE_MINUTES = 0.5;

export type AutoLock = ReturnType<typeof createAutoLock>;

/**
 * Locks when the person is away, when the computer is locked (where the browser tells) and at the absolute limit.
 * These only make it happen on time; the session checks its own deadline before every use.
 */
export function createAutoLock(session: Session, clipboard: Pick<Clipboard, 'clear'>) {
  /** Sets the clockwork for a vault that was just opened. */
  async function watch(): Promise<void> {
    const { lockIdleMinutes } = await readSettingsInForce();
    browser.idle.setDetectionInterval(lockIdleMinutes * 60);
    await browser.alarms.create(ALARM, { periodInMinutes: presenceMinutes(lockIdleMinutes) });
  }

  async function onAlarm({ name }: { name: string }): Promise<void> {
    if (name === AFTER_USE) await lockAfterUse();
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
    const { lockIdleMinutes } = await readSettingsInForce();
    browser.idle.setDetectionInterval(lockIdleMinutes * 60);
    return (await browser.idle.queryState(lockIdleMinutes * 60)) === 'active';
  }

  /** Idle times as they are now; what pages show of the settings, too. */
  async function onSettings(): Promise<void> {
    const key = await session.validKey();
    if (key) {
      // Shorter times are counted from now: whoever changes them is here.
      await writeSessionKey({ ...key, lastPresent: Date.now() });
      await watch();
    }
    await bumpRevision();
  }

  async function lock(): Promise<void> {
    await end();
    void clipboard.clear().catch(() => {}); // its alarm comes again
  }

  async function end(): Promise<void> {
    await session.end();
    await Promise.all([browser.alarms.clear(ALARM), browser.alarms.clear(AFTER_USE)]);
  }

  /** A code is about to leave: on a shared PC that ends the session, whoever forgets to say that it has left. */
  async function expectUse(): Promise<void> {
    const { sharedPc } = await readSettingsInForce();
    if (sharedPc) await browser.alarms.create(AFTER_USE, { delayInMinutes: AFTER_USE_MINUTES });
  }

  /**
   * A code was copied, or filled and seen in the page. The clipboard keeps it for its time.
   * @returns whether that locked the vault
   */
  async function lockAfterUse(): Promise<boolean> {
    const { sharedPc } = await readSettingsInForce();
    if (sharedPc && (await readSessionKey())) await end();
    return sharedPc;
  }

  return { watch, lock, onAlarm, onIdleState, onSettings, expectUse, lockAfterUse };
}
