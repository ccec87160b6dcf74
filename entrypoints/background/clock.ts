import { Failure } from '../../utils/failure';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { ClockView } from '../../utils/messaging/views';
import { clockSkew, findClockError } from '../../utils/otp/clock';
import { readSiteClock } from '../../utils/platform/active-tab';
import {
  addSkew,
  forgetSkews,
  readClockOffset,
  readSkews,
  writeClockOffset,
} from '../../utils/platform/clock-offset';

type ClockMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `clock/${string}`>>;

/** The time that codes are made for, in milliseconds: the computer's, and what a person had added to it. */
export async function timeForCodes(): Promise<{ readonly now: number; readonly ahead: number }> {
  const ahead = (await readClockOffset()) * 1000;
  return { now: Date.now() + ahead, ahead };
}

/** A portal asks again after a code was given it: was it our clock? Asks the portal's own server. Never throws. */
export async function checkClock(tabId: number, origin: string): Promise<void> {
  const reading = await readSiteClock(tabId);
  const skew = reading?.origin === origin ? clockSkew(reading) : null;
  if (skew !== null) await addSkew({ origin, skew });
}

export async function clockView(): Promise<ClockView> {
  const [readings, offset] = await Promise.all([readSkews(), readClockOffset()]);
  return { error: findClockError(readings, offset), offset };
}

export const clockHandlers: Handlers<ClockMessages, Sender> = {
  async 'clock/correct'({ skew }) {
    const { error } = await clockView();
    // What the person agreed to is what they have read, and no later reading.
    if (!error?.offered || error.skew !== skew) throw new Failure('bad-request');
    await writeClockOffset(-skew);
  },

  async 'clock/reset'() {
    await forgetSkews();
    await writeClockOffset(0);
  },
};
