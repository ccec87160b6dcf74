import type { Page as Tab } from '@playwright/test';
import { ORIGIN } from './fixtures';

/** A login without a name: only the password, typed and sent by hand. Leads to `/check` on the same host. */
export async function logInAtKiosk(tab: Tab): Promise<void> {
  await tab.route(`${ORIGIN}/kiosk`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form action="/check" method="post"><label>Password <input type="password"></label><button>Log in</button></form>`,
    }),
  );
  await tab.goto(`${ORIGIN}/kiosk`);
  await tab.getByLabel('Password').pressSequentially('whatever it may be');
  await tab.getByRole('button', { name: 'Log in' }).click();
}
