import type { Account } from '../accounts.ts';
import { type Html, html, renderPage } from '../html.ts';
import type { Reply } from '../http.ts';
import type { Phone } from './quillstone.ts';

const BRAND = 'Quillstone';

export function passwordPage(problem?: string): Reply {
  return page(
    'Sign in',
    html`<form method="post" action="/login">${alert(problem)}
      <label for="email">Email</label><input id="email" name="email" type="email" autocomplete="username" required>
      <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
      <p class="right"><button>Sign In</button></p></form>`,
    problem ? 401 : 200,
  );
}

interface Asked {
  readonly digits: number;
  readonly problem: string | undefined;
}

/** The help for a code that did not come is bottom left in set-up, and bottom right at sign-in. */
export function codePage(
  where: 'sign-in' | 'set-up',
  { number, by }: Phone,
  { digits, problem }: Asked,
): Reply {
  const signIn = where === 'sign-in';
  const sent = by === 'text' ? 'sent a text message to' : 'are calling';
  const help = html`<a href="${signIn ? '/sign-in/resend' : '/two-factor/phone'}">Didn’t get it?</a>`;
  const button = html`<button>${signIn ? 'Verify' : 'Turn On'}</button>`;
  const form = html`<p>We ${sent} the phone ending in ${number.slice(-2)} with a single-use code.</p>
    <form method="post" action="${signIn ? '/sign-in/code' : '/two-factor/code'}">${alert(problem)}
      <label for="code">Enter the ${digits} digit code</label>
      <input id="code" name="code" type="text" inputmode="numeric" maxlength="${digits}" autocomplete="off" required>
      ${signIn && authorize}
      <p class="${signIn ? 'right' : 'apart'}">${help} ${button}</p></form>`;
  return page('Two-Factor Authentication', form, problem ? 422 : 200);
}

const authorize: Html = html`<fieldset><legend>This device</legend>
  <label><input type="radio" name="authorize" value="year" required> Authorize this device for up to a year</label>
  <label><input type="radio" name="authorize" value="once"> Authorize this device for this visit only</label></fieldset>`;

export function resendPage({ number }: Phone): Reply {
  return page(
    'Didn’t get it?',
    html`<p>The phone on record ends in ${number.slice(-2)}.</p><form method="post" action="/sign-in/resend">
      <button name="by" value="text">Text me a new code</button> <button name="by" value="call">Call me with a code</button></form>`,
  );
}

export function confirmPage(problem?: string): Reply {
  return page(
    'Turn on Two-Factor Authentication',
    html`<p>Please enter your password again to confirm that it is you.</p><form method="post" action="/two-factor">${alert(problem)}
      <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
      <p class="right"><button>Continue</button></p></form>`,
    problem ? 401 : 200,
  );
}

export function phonePage(number: string, problem?: string): Reply {
  return page(
    'Where do we send your codes?',
    html`<form method="post" action="/two-factor/phone">${alert(problem)}
      <label for="phone">Phone number</label><input id="phone" name="phone" type="tel" autocomplete="tel" value="${number}" required>
      <fieldset><legend>Method</legend>
        <label><input type="radio" name="by" value="text" checked> Text message (SMS)</label>
        <label><input type="radio" name="by" value="call"> Phone call</label></fieldset>
      <p class="right"><button>Next</button></p></form>`,
  );
}

export function homePage({ name }: Account): Reply {
  const links = html`<p><a href="/profile">My Profile</a> · <a href="/settings/security">Practice Settings</a></p>`;
  return page('Dashboard', html`<p>Hello ${name}.</p>${links}${logOut}`);
}

export function profilePage({ name, email }: Account, phone: Phone | undefined): Reply {
  const on =
    phone &&
    html`<p class="apart">On: ${phone.by === 'text' ? 'text message' : 'phone call'} to the number ending in
      ${phone.number.slice(-2)} <a href="/two-factor">Change</a></p>
    <form method="post" action="/profile/two-factor/disable"><button>Disable</button></form>`;
  const off = html`<p>Off <a class="turn-on" href="/two-factor">Turn On</a></p>`;
  return page(
    'My Profile',
    html`<p>${name}, ${email}</p><h2>Two-Factor Authentication</h2>${on ?? off}${logOut}`,
  );
}

export function securityPage(required: boolean): Reply {
  const form = html`<form method="post" action="/settings/security"><fieldset><legend>Require Two-Factor Authentication</legend>
      <label><input type="radio" name="require" value="nobody"> Nobody</label>
      <label><input type="radio" name="require" value="staff"> Staff only</label>
      <label><input type="radio" name="require" value="all"> Staff and clients</label></fieldset>
    <p>${required ? 'Required' : 'Not required'}</p><button>Save</button></form>`;
  return page('Security Settings', form);
}

const logOut: Html = html`<form method="post" action="/logout"><button>Sign Out</button></form>`;

const alert = (text?: string): Html | false => text !== undefined && html`<p role="alert">${text}</p>`;

function page(title: string, content: Html, status = 200): Reply {
  const body = html`<header>${BRAND}</header><main><h1>${title}</h1>${content}</main>`;
  return renderPage({ title: `${title} | ${BRAND}`, status, body, look: 'quillstone' });
}
