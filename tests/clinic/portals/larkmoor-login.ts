import type { Account, Accounts, LoginWay } from '../accounts.ts';
import type { Html } from '../html.ts';
import { json, type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { CODE_PROBLEMS, LOCK_AFTER, verifyCode } from '../second-factor.ts';
import type { Sessions } from '../sessions.ts';
import { backupCodePage, loginPage, promptPage, singlePageLogin } from './larkmoor-login-pages.ts';

const WRONG_PASSWORD = 'That e-mail address and password do not match.';
const EXPIRED = 'Your login took too long. Please start again.';

/** Password, then a code on a browser that is not known, then the session. `below` stands under the login card. */
export function loginRoutes(accounts: Accounts, sessions: Sessions, below?: Html): Routes {
  function enter(visit: Visit, account: Account, way: LoginWay, reply: Reply): Reply {
    account.logins.push(way);
    return sessions.start(visit, { account }, reply);
  }

  /** Either in, or on to the prompt. */
  function afterPassword(visit: Visit, account: Account, inside: Reply, prompt: Reply): Reply {
    if (!account.factor) return enter(visit, account, 'password', inside);
    if (sessions.recognisesDevice(visit, account)) return enter(visit, account, 'device', inside);
    return sessions.start(visit, { awaitingCode: account }, prompt);
  }

  function afterCode(visit: Visit, account: Account, remember: boolean, inside: Reply): Reply {
    return enter(visit, account, 'code', remember ? sessions.rememberDevice(visit, account, inside) : inside);
  }

  const toDashboard = (visit: Visit) => redirect(visit.link('/dashboard'));
  const toLogin = (visit: Visit) => redirect(visit.link('/login'));

  return {
    'GET /login': (visit) => (visit.variant === 'spa' ? singlePageLogin(visit) : loginPage(visit, below)),
    'POST /login': (visit) => {
      const account = accounts.check(visit.form.get('email') ?? '', visit.form.get('password') ?? '');
      if (!account) return loginPage(visit, below, { status: 401, problem: WRONG_PASSWORD });
      return afterPassword(visit, account, toDashboard(visit), redirect(visit.link('/login/code')));
    },
    'GET /login/code': (visit) => (sessions.read(visit).awaitingCode ? promptPage(visit) : toLogin(visit)),
    'POST /login/code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      if (!account?.factor) return toLogin(visit);
      const verdict = verifyCode(
        account,
        account.factor,
        visit.form.get('verification_code') ?? '',
        visit.now,
      );
      if (verdict !== 'accepted') return promptPage(visit, { status: 422, problem: CODE_PROBLEMS[verdict] });
      return afterCode(visit, account, visit.form.has('remember'), toDashboard(visit));
    },
    'GET /login/backup-code': (visit) =>
      sessions.read(visit).awaitingCode ? backupCodePage(visit) : toLogin(visit),
    'POST /login/backup-code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      if (!account) return toLogin(visit);
      if (account.failures >= LOCK_AFTER)
        return backupCodePage(visit, { status: 422, problem: CODE_PROBLEMS.locked });
      if (!account.backupCodes.spend(visit.form.get('backup_code') ?? '')) {
        account.failures += 1;
        return backupCodePage(visit, {
          status: 422,
          problem: 'That is not one of your unused backup codes.',
        });
      }
      account.failures = 0;
      return enter(visit, account, 'backup-code', toDashboard(visit));
    },
    'POST /api/login': (visit) => {
      const { email, password } = (visit.json ?? {}) as { email?: unknown; password?: unknown };
      const account = accounts.check(String(email), String(password));
      if (!account) return json(401, { error: WRONG_PASSWORD });
      return afterPassword(visit, account, json(200, { next: '/dashboard' }), json(200, { next: 'code' }));
    },
    'POST /api/code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      if (!account?.factor) return json(401, { error: EXPIRED });
      const { code, remember } = (visit.json ?? {}) as { code?: unknown; remember?: unknown };
      const verdict = verifyCode(account, account.factor, String(code), visit.now);
      if (verdict !== 'accepted') return json(422, { error: CODE_PROBLEMS[verdict] });
      return afterCode(visit, account, remember === true, json(200, { next: '/dashboard' }));
    },
    'POST /logout': (visit) => sessions.end(visit, toLogin(visit)),
  };
}
