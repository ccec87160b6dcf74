import type { Account, AccountState } from '../accounts.ts';
import { type Html, html, renderPage } from '../html.ts';
import type { Reply } from '../http.ts';
import { drawQr } from '../qr-image.ts';
import type { Factor } from '../second-factor.ts';
import { keyUri } from '../totp.ts';

const BRAND = 'Skerrow';
const HOW_OFTEN = ['every login', 'once a day', 'once a week'] as const;
export type HowOften = (typeof HOW_OFTEN)[number];
export const isHowOften = (text: string): text is HowOften => HOW_OFTEN.some((choice) => choice === text);

export function passwordPage(problem?: string): Reply {
  return screen(
    problem ? 401 : 200,
    html`<form method="post" action="/login">${alert(problem)}
      <label for="user">User name</label><input id="user" name="user" type="text" autocomplete="username" required>
      <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
      <button>Log In</button></form>`,
  );
}

/** The barcode is on the login screen: nobody is logged in yet. */
export function barcodePage(account: Account, factor: Factor, problem?: string): Reply {
  return screen(
    problem ? 422 : 200,
    html`<h2>Two-Factor Authentication</h2>
      <ol><li>Install Google Authenticator on your phone.</li>
        <li>Choose <b>Begin Set Up</b>, then <b>Scan Barcode</b>, and scan this barcode:</li></ol>
      ${drawQr(keyUri(BRAND, account.email, factor.secret), 'img', 'Barcode')}
      ${codeForm('Auth Code', problem)}`,
  );
}

export function codePage(problem?: string): Reply {
  const form = codeForm('Enter Auth Code', problem);
  return screen(problem ? 422 : 200, html`<h2>Two-Factor Authentication</h2>${form}`);
}

/** Nothing but its label says what the box is for. */
const codeForm = (
  label: string,
  problem?: string,
): Html => html`<form method="post" action="/login/code">${alert(problem)}
  <label for="authCode">${label}</label><input id="authCode" name="authCode" type="text" required>
  <button>Log In</button></form>`;

export function homePage(account: Account, isAdmin: boolean): Reply {
  const settings = html`<p><a href="/settings/practice">Practice details</a> · <a href="/settings/users">Users</a></p>`;
  return inside(
    'Appointments',
    html`<p>Welcome, ${account.name}. No appointments this morning.</p>${isAdmin && settings}`,
  );
}

export function practicePage(howOften: HowOften | null): Reply {
  const choices = HOW_OFTEN.map(
    (choice) => html`<option ${choice === howOften && ticked}>${choice}</option>`,
  );
  return inside(
    'Practice details',
    html`<form method="post" action="/settings/practice"><h2>General</h2>
      <label><input type="checkbox" name="twoFactor" ${howOften !== null && { markup: 'checked' }}> Enable Two-Factor Authentication</label>
      <label for="howOften">Users must enter the code</label><select id="howOften" name="howOften">${choices}</select>
      <p>Everyone who is logged in now will be logged out.</p><button>Save</button></form>`,
  );
}

const ticked: Html = { markup: 'selected' };

export function usersPage(users: readonly AccountState[]): Reply {
  const rows = users.map(
    ({ email, twoFactorOn }) => html`<tr><td>${email}</td><td>${twoFactorOn ? 'Set up' : 'Not set up'}</td>
      <td><form method="post" action="/settings/users/reset"><button name="user" value="${email}">Reset Two-Factor Auth</button></form></td></tr>`,
  );
  return inside('Users', html`<table>${rows}</table>`);
}

const alert = (text?: string): Html | false => text !== undefined && html`<p role="alert">${text}</p>`;

function screen(status: number, content: Html): Reply {
  const body = html`<main class="screen"><h1>${BRAND}</h1>${content}</main>`;
  return renderPage({ title: `${BRAND} – Log In`, status, body, look: 'skerrow' });
}

function inside(title: string, content: Html): Reply {
  const body = html`<header><b>${BRAND}</b><form method="post" action="/logout"><button>Log Out</button></form></header>
    <main><h1>${title}</h1>${content}</main>`;
  return renderPage({ title: `${title} – ${BRAND}`, body, look: 'skerrow' });
}
