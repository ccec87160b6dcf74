import type { Account } from '../accounts.ts';
import { generateBackupCodes, noBackupCodes } from '../backup-codes.ts';
import { renderPage } from '../html.ts';
import { type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { CODE_PROBLEMS, newFactor, verifyCode } from '../second-factor.ts';
import type { Sessions } from '../sessions.ts';
import {
  backupCodesPage,
  detailsPage,
  isMobileNumber,
  setUpPage,
  twoFactorPage,
} from './larkmoor-account-pages.ts';
import { BRAND, renderDashboard, renderInside } from './larkmoor-pages.ts';

const BAD_MOBILE = 'That is not a mobile number we can use.';

/** Everything behind the login. */
export function accountRoutes(sessions: Sessions): Routes {
  const forOwner = (handler: (visit: Visit, account: Account) => Reply) => (visit: Visit) => {
    const { account } = sessions.read(visit);
    return account ? handler(visit, account) : redirect(visit.link('/login'));
  };

  /** The secret stays the same until it is switched on, through wrong codes and reloads. */
  function setUp(visit: Visit, account: Account, problem?: string): Reply {
    if (!isMobileNumber(account.mobile)) return setUpPage(visit, account, null, problem);
    account.pendingFactor ??= newFactor();
    return setUpPage(visit, account, account.pendingFactor, problem);
  }

  const toSettings = (visit: Visit) => redirect(visit.link('/account/two-factor'));

  return {
    'GET /dashboard': forOwner((visit, account) => {
      const body = renderInside(visit, account, '/dashboard', renderDashboard(account));
      return renderPage({ title: `Today · ${BRAND}`, body });
    }),
    'GET /account': forOwner((visit, account) => detailsPage(visit, account)),
    'POST /account/mobile': forOwner((visit, account) => {
      account.mobile = (visit.form.get('mobile') ?? '').trim();
      return detailsPage(visit, account, 'Saved.');
    }),
    'GET /account/two-factor': forOwner((visit, account) => twoFactorPage(visit, account)),
    'GET /account/two-factor/set-up': forOwner((visit, account) =>
      account.factor ? toSettings(visit) : setUp(visit, account),
    ),
    'POST /account/two-factor/set-up/mobile': forOwner((visit, account) => {
      const mobile = (visit.form.get('mobile') ?? '').trim();
      if (!isMobileNumber(mobile)) return setUpPage(visit, account, null, BAD_MOBILE);
      account.mobile = mobile;
      return redirect(visit.link('/account/two-factor/set-up'));
    }),
    'POST /account/two-factor/set-up': forOwner((visit, account) => {
      const factor = account.pendingFactor;
      if (account.factor || !factor) return redirect(visit.link('/account/two-factor/set-up'));
      const verdict = verifyCode(account, factor, visit.form.get('verification_code') ?? '', visit.now);
      if (verdict !== 'accepted') return setUp(visit, account, CODE_PROBLEMS[verdict]);
      account.factor = factor;
      account.pendingFactor = null;
      return toSettings(visit);
    }),
    'POST /account/two-factor/backup-codes': forOwner((visit, account) => {
      if (!account.factor) return toSettings(visit);
      const { codes, kept } = generateBackupCodes();
      account.backupCodes = kept;
      return backupCodesPage(visit, account, codes);
    }),
    'POST /account/two-factor/turn-off': forOwner((visit, account) => {
      account.factor = null;
      account.backupCodes = noBackupCodes();
      return toSettings(visit);
    }),
  };
}
