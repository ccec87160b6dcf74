import { type Account, type AccountState, createAccounts } from '../accounts.ts';
import { styleSheet } from '../asset.ts';
import { json, type Reply, type Routes, type Visit } from '../http.ts';
import { CODE_PROBLEMS, newFactor, verifyCode } from '../second-factor.ts';
import { OWNER, SAM } from './people.ts';
import { helpPage, linkPage, programPage } from './tarnbeck-pages.ts';

export interface Tarnbeck {
  readonly host: string;
  readonly routes: Routes;
  user(email: string): AccountState;
}

/** What the program on the desk is told: it is in, it wants a code, it wants to be linked first, or why not. */
type Answer = 'open' | 'code' | 'link';

/**
 * List C of the seed facts: a program on the desk whose database wants a code. Its pages only explain and show codes to scan, the
 * app stores' beside the one that counts; all codes are typed into the program, which speaks to `/program/…` in JSON.
 */
export function createTarnbeck(host: string): Tarnbeck {
  const accounts = createAccounts();
  for (const person of [OWNER, SAM]) accounts.add(person);

  const asked = (visit: Visit) =>
    (visit.json ?? {}) as { user?: unknown; password?: unknown; code?: unknown };
  const say = (answer: Answer): Reply => json(200, { answer });
  const refuse = (status: number, problem: string): Reply => json(status, { problem });

  /** Linked once: from then on the code to scan is not shown again. */
  function show(account: Account | undefined): Reply {
    if (account?.factor === null) account.pendingFactor ??= newFactor();
    return linkPage(account);
  }

  const routes: Routes = {
    'GET /': () => helpPage(),
    'GET /assets/tarnbeck.css': styleSheet('tarnbeck.css'),
    'GET /help': () => helpPage(),
    'GET /link': (visit) => show(accounts.find(visit.query.get('user') ?? '')),
    'GET /program': (visit) => programPage(visit.query.get('user') ?? ''),
    'POST /program/link': (visit) => {
      const { user, code } = asked(visit);
      const account = accounts.find(String(user));
      if (!account?.pendingFactor) return refuse(409, 'There is nothing to link.');
      const verdict = verifyCode(account, account.pendingFactor, String(code), visit.now);
      if (verdict !== 'accepted') return refuse(422, CODE_PROBLEMS[verdict]);
      account.factor = account.pendingFactor;
      account.pendingFactor = null;
      return say('open');
    },
    'POST /program/log-in': (visit) => {
      const { user, password, code } = asked(visit);
      const account = accounts.check(String(user), String(password));
      if (!account) return refuse(401, 'Wrong name or password.');
      if (!account.factor) return say('link');
      if (code === undefined) return say('code');
      const verdict = verifyCode(account, account.factor, String(code), visit.now);
      if (verdict !== 'accepted') return refuse(422, CODE_PROBLEMS[verdict]);
      account.logins.push('code');
      return say('open');
    },
  };
  return { host, routes, user: accounts.state };
}
