import { type Account, type AccountState, createAccounts } from '../accounts.ts';
import { styleSheet } from '../asset.ts';
import { html, renderPage } from '../html.ts';
import { json, type Reply, type Routes, redirect, type Visit } from '../http.ts';
import { drawQr } from '../qr-image.ts';
import { CODE_PROBLEMS, newFactor, verifyCode } from '../second-factor.ts';
import { createSessions } from '../sessions.ts';
import { keyUri } from '../totp.ts';
import { OWNER, SAM } from './people.ts';

const BRAND = 'Fernlight';

export interface Fernlight {
  readonly host: string;
  readonly routes: Routes;
  user(email: string): AccountState;
}

/**
 * One document whose script draws everything; the code goes into six boxes and is sent as soon as the last one is full.
 * Nothing is pressed, neither at a login nor in set-up.
 */
export function createFernlight(host: string): Fernlight {
  const accounts = createAccounts();
  for (const person of [OWNER, SAM]) accounts.add(person);
  const sessions = createSessions('fernlight');
  const app = () => {
    const body = html`<div id="app"></div>`;
    return renderPage({ title: BRAND, body, scripts: ['fernlight.js'], look: 'fernlight' });
  };
  const sent = (visit: Visit) =>
    (visit.json ?? {}) as { email?: unknown; password?: unknown; code?: unknown };

  function enter(visit: Visit, account: Account, way: 'password' | 'code'): Reply {
    account.logins.push(way);
    return sessions.start(visit, { account }, json(200, { view: 'today' }));
  }

  const routes: Routes = {
    'GET /': () => redirect('/app'),
    'GET /app': app,
    'GET /assets/fernlight.css': styleSheet('fernlight.css'),
    'POST /api/login': (visit) => {
      const { email, password } = sent(visit);
      const account = accounts.check(String(email), String(password));
      if (!account) return json(401, { problem: 'That did not match.' });
      if (!account.factor) return enter(visit, account, 'password');
      return sessions.start(visit, { awaitingCode: account }, json(200, { view: 'code' }));
    },
    'POST /api/code': (visit) => {
      const account = sessions.read(visit).awaitingCode;
      if (!account?.factor) return json(401, { view: 'login' });
      const verdict = verifyCode(account, account.factor, String(sent(visit).code), visit.now);
      return verdict === 'accepted'
        ? enter(visit, account, 'code')
        : json(422, { problem: CODE_PROBLEMS[verdict] });
    },
    'POST /api/key': (visit) => {
      const { account } = sessions.read(visit);
      if (!account || account.factor) return json(401, { view: 'login' });
      account.pendingFactor ??= newFactor();
      const uri = keyUri(BRAND, account.email, account.pendingFactor.secret);
      return json(200, { view: 'set-up', picture: drawQr(uri, 'svg', 'Set-up code').markup });
    },
    'POST /api/key/confirm': (visit) => {
      const { account } = sessions.read(visit);
      if (!account?.pendingFactor) return json(401, { view: 'login' });
      const verdict = verifyCode(account, account.pendingFactor, String(sent(visit).code), visit.now);
      if (verdict !== 'accepted') return json(422, { problem: CODE_PROBLEMS[verdict] });
      account.factor = account.pendingFactor;
      account.pendingFactor = null;
      return json(200, { view: 'on' });
    },
    'POST /api/logout': (visit) => sessions.end(visit, json(200, { view: 'login' })),
  };
  return { host, routes, user: accounts.state };
}
