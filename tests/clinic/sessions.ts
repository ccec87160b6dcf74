import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account } from './accounts.ts';
import { formatCookie, type Reply, type Visit, withCookies } from './http.ts';
import { toBase32 } from './totp.ts';

/** What the server remembers of a browser. */
export interface Session {
  /** Who is logged in, if anyone. */
  readonly account?: Account;
  /** Whose password was right, while the code is still missing. */
  readonly awaitingCode?: Account;
}

const SESSION_COOKIE = 'larkmoor_session';
const DEVICE_COOKIE = 'larkmoor_device';
const DEVICE_DAYS = 30;
const DAY_SECONDS = 86_400;

export function createSessions() {
  const sessions = new Map<string, Session>();
  const deviceKey = randomBytes(32);

  const read = (visit: Visit): Session => sessions.get(visit.cookies.get(SESSION_COOKIE) ?? '') ?? {};

  /** Every change of rights gets a new identifier. */
  function start(visit: Visit, session: Session, reply: Reply): Reply {
    sessions.delete(visit.cookies.get(SESSION_COOKIE) ?? '');
    const identifier = randomBytes(24).toString('base64url');
    sessions.set(identifier, session);
    return withCookies(reply, formatCookie(visit, SESSION_COOKIE, identifier));
  }

  function end(visit: Visit, reply: Reply): Reply {
    sessions.delete(visit.cookies.get(SESSION_COOKIE) ?? '');
    return withCookies(reply, formatCookie(visit, SESSION_COOKIE, '', 0));
  }

  /** Bound to the account and to its present secret: setting up again makes every browser a stranger. */
  function deviceMark(account: Account, expires: number): string {
    const bound = JSON.stringify([account.email, expires, account.factor && toBase32(account.factor.secret)]);
    return createHmac('sha256', deviceKey).update(bound).digest('base64url');
  }

  function rememberDevice(visit: Visit, account: Account, reply: Reply): Reply {
    const expires = Math.floor(visit.now / 1000) + DEVICE_DAYS * DAY_SECONDS;
    const value = `${expires}.${deviceMark(account, expires)}`;
    return withCookies(reply, formatCookie(visit, DEVICE_COOKIE, value, DEVICE_DAYS * DAY_SECONDS));
  }

  function recognisesDevice(visit: Visit, account: Account): boolean {
    const [expires = '', mark = ''] = (visit.cookies.get(DEVICE_COOKIE) ?? '').split('.');
    if (!(Number(expires) * 1000 > visit.now)) return false;
    const expected = Buffer.from(deviceMark(account, Number(expires)));
    const presented = Buffer.from(mark);
    return expected.length === presented.length && timingSafeEqual(expected, presented);
  }

  return { read, start, end, rememberDevice, recognisesDevice };
}

export type Sessions = ReturnType<typeof createSessions>;
