import { type Html, html, renderPage } from '../html.ts';
import type { Reply } from '../http.ts';
import { drawQr } from '../qr-image.ts';
import type { Factor } from '../second-factor.ts';
import { keyUri } from '../totp.ts';

const BRAND = 'Pellmoor';

export function loginPage(problem?: string): Reply {
  return page(
    'Sign in',
    html`<form method="post" action="/login">${alert(problem)}
      <p><label for="email">E-mail</label> <input id="email" name="email" type="text" autocomplete="username"></p>
      <p><label for="password">Password</label> <input id="password" name="password" type="password"></p>
      <p><input type="submit" value="Sign in"></p></form>`,
  );
}

/** A page round one of the panels. */
export function framePage(title: string, source: string, problem?: string): Reply {
  return page(title, html`${alert(problem)}<iframe src="${source}" title="${title}"></iframe>`);
}

export function codeFrame(): Reply {
  return panel(
    html`<p>Please enter the code shown by your authenticator app.</p>${codeForm('/panel/code', 'Sign in')}`,
  );
}

/** Both the code to scan and the box are in the panel. */
export function setUpFrame(key: { email: string; factor: Factor } | null, problem?: string): Reply {
  if (!key) return panel(html`<p>There is nothing to set up.</p>`);
  const picture = drawQr(keyUri(BRAND, key.email, key.factor.secret), 'img', 'Set-up code');
  return panel(
    html`<p>Scan this with your authenticator app, then enter the code it shows.</p>${alert(problem)}${picture}${codeForm('/panel/set-up', 'Switch on')}`,
  );
}

/** Sends the whole page on, not the panel alone. */
const codeForm = (
  action: string,
  button: string,
): Html => html`<form method="post" action="${action}" target="_top">
  <label for="pin_code">Code</label> <input id="pin_code" name="pin_code" type="text" size="8" maxlength="6">
  <input type="submit" value="${button}"></form>`;

export function securityPage(on: boolean): Reply {
  if (on) return page('Security', html`<p>Two-step sign-in is on.</p>${logOut}`);
  return framePage('Security', '/panel/set-up');
}

export const todayPage = (): Reply =>
  page('Today', html`<p>Nobody is booked in.</p><p><a href="/security">Security</a></p>${logOut}`);

const logOut = html`<form method="post" action="/logout"><input type="submit" value="Sign out"></form>`;

const alert = (text?: string): Html | false => text !== undefined && html`<p role="alert">${text}</p>`;

function page(title: string, content: Html): Reply {
  const body = html`<div id="bar">${BRAND}</div><h1>${title}</h1>${content}`;
  return renderPage({ title: `${BRAND}: ${title}`, body, look: 'pellmoor', frames: "'self'" });
}

const panel = (content: Html): Reply => renderPage({ title: BRAND, body: content, look: 'pellmoor' });
