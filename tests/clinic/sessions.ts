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

const DAY_SECONDS = 86_400;

/** Of one portal, whose name is in its cookies. `deviceDays`: how long it knows a browser that was told to be remembered. */
export function createSessions(portal = 'larkmoor', deviceDays = 30) {
  const sessionCookie = `${portal}_session`;
  const deviceCookie = `${portal}_device`;
  const sessions = new Map<string, Session>();
  const deviceKey = randomBytes(32);

  const read = (visit: Visit): Session => sessions.get(visit.cookies.get(sessionCookie) ?? '') ?? {};

  /** Every change of rights gets a new identifier. */
  function start(visit: Visit, session: Session, reply: Reply): Reply {
    sessions.delete(visit.cookies.get(sessionCookie) ?? '');
    const identifier = randomBytes(24).toString('base64url');
    sessions.set(identifier, session);
    return withCookies(reply, formatCookie(visit, sessionCookie, identifier));
  }

  function end(visit: Visit, reply: Reply): Reply {
    sessions.delete(visit.cookies.get(sessionCookie) ?? '');
    return withCookies(reply, formatCookie(visit, sessionCookie, '', 0));
  }

  /** Everybody is logged out. */
  const endAll = (): void => sessions.clear();

  /** Bound to the account and to its present secret: setting up again makes every browser a stranger. */
  function deviceMark(account: Account, expires: number): string {
    const bound = JSON.stringify([account.email, expires, account.factor && toBase32(account.factor.secret)]);
    return createHmac('sha256', deviceKey).update(bound).digest('base64url');
  }

  function rememberDevice(visit: Visit, account: Account, reply: Reply, days = deviceDays): Reply {
    const expires = Math.floor(visit.now / 1000) + days * DAY_SECONDS;
    const value = `${expires}.${deviceMark(account, expires)}`;
    return withCookies(reply, formatCookie(visit, deviceCookie, value, days * DAY_SECONDS));
  }

  function recognisesDevice(visit: Visit, account: Account): boolean {
    const [expires = '', mark = ''] = (visit.cookies.get(deviceCookie) ?? '').split('.');
    if (!(Number(expires) * 1000 > visit.now)) return false;
    const expected = Buffer.from(deviceMark(account, Number(expires)));
    const presented = Buffer.from(mark);
    return expected.length === presented.length && timingSafeEqual(expected, presented);
  }

  return { read, start, end, endAll, rememberDevice, recognisesDevice };
}

export type Sessions = ReturnType<typeof createSessions>;
