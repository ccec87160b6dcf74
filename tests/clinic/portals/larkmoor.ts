import type { Accounts } from '../accounts.ts';
import { asset, styleSheet } from '../asset.ts';
import { html } from '../html.ts';
import { type Routes, redirect } from '../http.ts';
import { createSessions } from '../sessions.ts';
import { accountRoutes } from './larkmoor-account.ts';
import { loginRoutes } from './larkmoor-login.ts';

/**
 * A practice-management portal of our own invention whose second factor works step by step as list A of the seed
 * facts describes. `demoEmail` adds `/demo`, which logs that person in and opens the set-up page.
 */
export function createLarkmoor(accounts: Accounts, demoEmail?: string): Routes {
  const sessions = createSessions();
  const demo = demoEmail === undefined ? undefined : accounts.find(demoEmail);
  const below =
    demo && html`<p class="demo">Demo login: <b>${demo.email}</b> · password <b>${demo.password}</b></p>`;
  return {
    ...loginRoutes(accounts, sessions, below),
    ...accountRoutes(sessions),
    'GET /': (visit) => redirect(visit.link(sessions.read(visit).account ? '/dashboard' : '/login')),
    'GET /assets/larkmoor.css': styleSheet('larkmoor.css'),
    'GET /assets/larkmoor-controls.css': styleSheet('larkmoor-controls.css'),
    'GET /assets/larkmoor.svg': asset('larkmoor.svg', 'image/svg+xml'),
    ...(demo && {
      'GET /demo': (visit) =>
        sessions.start(visit, { account: demo }, redirect(visit.link('/account/two-factor/set-up'))),
    }),
  };
}
