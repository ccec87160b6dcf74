import { type Account, type AccountState, createAccounts } from '../accounts.ts';
import { styleSheet } from '../asset.ts';
import { type Handler, type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { CODE_PROBLEMS, newFactor, verifyCode } from '../second-factor.ts';
import { createSessions } from '../sessions.ts';
import { OWNER, SAM } from './people.ts';
import {
  barcodePage,
  codePage,
  type HowOften,
  homePage,
  isHowOften,
  passwordPage,
  practicePage,
  usersPage,
} from './skerrow-pages.ts';

const DAYS: Readonly<Record<HowOften, number>> = { 'every login': 0, 'once a day': 1, 'once a week': 7 };

export interface Skerrow {
  readonly host: string;
  readonly routes: Routes;
  user(email: string): AccountState;
}

/**
 * List E of the seed facts: a practice admin switches two-factor authentication on for all users at once, everybody is logged
 * out, and who has no authenticator yet is shown the barcode on the login screen, before the login is complete.
 */
export function createSkerrow(host: string): Skerrow {
  const accounts = createAccounts();
  for (const person of [OWNER, SAM]) accounts.add(person);
  const sessions = createSessions('skerrow', 7);
  /** How often a code is asked for; null while two-factor authentication is off. */
  let howOften: HowOften | null = null;

  /** The one login screen: the password, the barcode, or the code. The barcode stays the same until a code of it was right. */
  function loginScreen(visit: Visit, problem?: string): Reply {
    const account = sessions.read(visit).awaitingCode;
    if (!account || howOften === null) return passwordPage(problem);
    if (account.factor) return codePage(problem);
    account.pendingFactor ??= newFactor();
    return barcodePage(account, account.pendingFactor, problem);
  }

  function enter(visit: Visit, account: Account, way: 'password' | 'device' | 'code'): Reply {
    account.logins.push(way);
    return sessions.start(visit, { account }, redirect('/home'));
  }

  const forUser = (handler: (visit: Visit, account: Account) => Reply): Handler => {
    return (visit) => {
      const { account } = sessions.read(visit);
      return account ? handler(visit, account) : redirect('/login');
    };
  };
  const forAdmin = (handler: (visit: Visit, account: Account) => Reply): Handler =>
    forUser((visit, account) =>
      account.email === OWNER.email ? handler(visit, account) : redirect('/home'),
    );

  const routes: Routes = {
    'GET /': () => redirect('/login'),
    'GET /assets/skerrow.css': styleSheet('skerrow.css'),
    'GET /login': (visit) => loginScreen(visit),
    'POST /login': (visit) => {
      const account = accounts.check(visit.form.get('user') ?? '', visit.form.get('password') ?? '');
      if (!account) return passwordPage('User name or password is not right.');
      if (howOften === null) return enter(visit, account, 'password');
      if (account.factor && sessions.recognisesDevice(visit, account)) return enter(visit, account, 'device');
      return sessions.start(visit, { awaitingCode: account }, redirect('/login'));
    },
    'POST /login/code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      const factor = account?.factor ?? account?.pendingFactor;
      if (!account || !factor || howOften === null) return redirect('/login');
      const verdict = verifyCode(account, factor, visit.form.get('authCode') ?? '', visit.now);
      if (verdict !== 'accepted') return loginScreen(visit, CODE_PROBLEMS[verdict]);
      account.factor = factor;
      account.pendingFactor = null;
      const inside = enter(visit, account, 'code');
      const days = DAYS[howOften];
      return days > 0 ? sessions.rememberDevice(visit, account, inside, days) : inside;
    },
    'POST /logout': (visit) => sessions.end(visit, redirect('/login')),
    'GET /home': forUser((_, account) => homePage(account, account.email === OWNER.email)),
    'GET /settings/practice': forAdmin(() => practicePage(howOften)),
    'POST /settings/practice': forAdmin((visit) => {
      const chosen = visit.form.get('howOften') ?? '';
      howOften = visit.form.has('twoFactor') && isHowOften(chosen) ? chosen : null;
      if (howOften !== null) sessions.endAll();
      return redirect(howOften === null ? '/settings/practice' : '/login');
    }),
    'GET /settings/users': forAdmin(() => usersPage(accounts.states())),
    'POST /settings/users/reset': forAdmin((visit) => {
      accounts.resetTwoFactor(visit.form.get('user') ?? '');
      return redirect('/settings/users');
    }),
  };
  return { host, routes, user: accounts.state };
}
