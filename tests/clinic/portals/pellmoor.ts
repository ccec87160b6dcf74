import { type Account, type AccountState, createAccounts } from '../accounts.ts';
import { styleSheet } from '../asset.ts';
import { type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { CODE_PROBLEMS, newFactor, verifyCode } from '../second-factor.ts';
import { createSessions } from '../sessions.ts';
import { codeFrame, framePage, loginPage, securityPage, setUpFrame, todayPage } from './pellmoor-pages.ts';
import { OWNER, SAM } from './people.ts';

export interface Pellmoor {
  readonly host: string;
  readonly routes: Routes;
  user(email: string): AccountState;
}

/** An older portal in panels: whatever has to do with codes is a frame of its own origin inside the page. */
export function createPellmoor(host: string): Pellmoor {
  const accounts = createAccounts();
  for (const person of [OWNER, SAM]) accounts.add(person);
  const sessions = createSessions('pellmoor');

  function enter(visit: Visit, account: Account, way: 'password' | 'code'): Reply {
    account.logins.push(way);
    return sessions.start(visit, { account }, redirect('/today'));
  }

  function setUp(visit: Visit, problem?: string): Reply {
    const { account } = sessions.read(visit);
    if (!account || account.factor) return setUpFrame(null);
    account.pendingFactor ??= newFactor();
    return setUpFrame({ email: account.email, factor: account.pendingFactor }, problem);
  }

  const routes: Routes = {
    'GET /': () => redirect('/login'),
    'GET /assets/pellmoor.css': styleSheet('pellmoor.css'),
    'GET /login': () => loginPage(),
    'POST /login': (visit) => {
      const account = accounts.check(visit.form.get('email') ?? '', visit.form.get('password') ?? '');
      if (!account) return loginPage('That did not match.');
      if (!account.factor) return enter(visit, account, 'password');
      return sessions.start(visit, { awaitingCode: account }, redirect('/login/check'));
    },
    'GET /login/check': (visit) =>
      sessions.read(visit).awaitingCode ? framePage('Two-step sign-in', '/panel/code') : redirect('/login'),
    'GET /panel/code': () => codeFrame(),
    'POST /panel/code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      if (!account?.factor) return redirect('/login');
      const verdict = verifyCode(account, account.factor, visit.form.get('pin_code') ?? '', visit.now);
      // The form in the panel sends the whole page on, so a refusal shows the whole page again.
      if (verdict === 'accepted') return enter(visit, account, 'code');
      return framePage('Two-step sign-in', '/panel/code', CODE_PROBLEMS[verdict]);
    },
    'GET /today': (visit) => (sessions.read(visit).account ? todayPage() : redirect('/login')),
    'GET /security': (visit) => {
      const { account } = sessions.read(visit);
      return account ? securityPage(account.factor !== null) : redirect('/login');
    },
    'GET /panel/set-up': (visit) => setUp(visit),
    'POST /panel/set-up': (visit) => {
      const account = sessions.read(visit).account;
      const factor = account?.pendingFactor;
      if (!account || !factor) return redirect('/login');
      const verdict = verifyCode(account, factor, visit.form.get('pin_code') ?? '', visit.now);
      if (verdict !== 'accepted') return setUp(visit, CODE_PROBLEMS[verdict]);
      account.factor = factor;
      account.pendingFactor = null;
      return redirect('/security');
    },
    'POST /logout': (visit) => sessions.end(visit, redirect('/login')),
  };
  return { host, routes, user: accounts.state };
}
