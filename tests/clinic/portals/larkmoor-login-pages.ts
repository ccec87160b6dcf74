import { codeBoxScripts, renderCodeBox } from '../code-box.ts';
import { type Html, html, renderPage } from '../html.ts';
import type { Reply, Visit } from '../http.ts';
import { alertBox, BRAND, renderOutside } from './larkmoor-pages.ts';

interface Outcome {
  readonly status?: number;
  readonly problem?: string;
}

const passwordFields: Html = html`<label for="email">E-mail address</label>
  <input id="email" name="email" type="email" autocomplete="username" required>
  <label for="password">Password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required>`;

const rememberBox: Html = html`<label class="tick"><input type="checkbox" name="remember" value="yes">
  Keep me logged in on this device <small>No code for 30 days in this browser</small></label>`;

const promptWords: Html = html`<p>Open your authenticator app and enter the six digits it shows for ${BRAND}.</p>`;

export function loginPage(
  visit: Visit,
  below: Html | undefined,
  { status = 200, problem }: Outcome = {},
): Reply {
  const form = html`${alertBox(problem)}<form method="post" action="${visit.link('/login')}">
    ${passwordFields}<button class="primary">Log in</button></form>`;
  return renderPage({ title: `Log in · ${BRAND}`, status, body: renderOutside('Log in', form, below) });
}

export function promptPage(visit: Visit, { status = 200, problem }: Outcome = {}): Reply {
  const form = html`${promptWords}${alertBox(problem)}
    <form method="post" action="${visit.link('/login/code')}">
      ${renderCodeBox(visit.variant)}${rememberBox}<button class="primary">Verify</button>
    </form>
    <p class="aside"><a href="${visit.link('/login/backup-code')}">Use a backup code instead</a></p>`;
  const body = renderOutside('Two-factor authentication', form);
  return renderPage({
    title: `Verification code · ${BRAND}`,
    status,
    body,
    scripts: codeBoxScripts(visit.variant),
  });
}

export function backupCodePage(visit: Visit, { status = 200, problem }: Outcome = {}): Reply {
  const form = html`<p>Enter one of the backup codes you saved when you set up two-factor authentication. Each works once.</p>
    ${alertBox(problem)}
    <form method="post" action="${visit.link('/login/backup-code')}">
      <label for="backup-code">Backup code</label>
      <input id="backup-code" name="backup_code" class="code" type="text" autocomplete="off" maxlength="16" required>
      <button class="primary">Log in</button>
    </form>
    <p class="aside"><a href="${visit.link('/login/code')}">Use your authenticator app</a></p>`;
  return renderPage({
    title: `Backup code · ${BRAND}`,
    status,
    body: renderOutside('Use a backup code', form),
  });
}

/** One document whose script draws login and prompt from the two templates. */
export function singlePageLogin(visit: Visit): Reply {
  const views = html`<div data-app data-base="${visit.link('')}"></div>
    <template id="login-view"><h1>Log in</h1><p class="notice problem" role="alert" hidden></p>
      <form>${passwordFields}<button class="primary">Log in</button></form></template>
    <template id="prompt-view"><h1>Two-factor authentication</h1>${promptWords}
      <p class="notice problem" role="alert" hidden></p>
      <div class="fields"><label for="one-time-code">Verification code</label>
        <input id="one-time-code" class="code" type="text" inputmode="numeric" maxlength="6" autocomplete="one-time-code">
        ${rememberBox}<button type="button" class="primary">Verify</button></div>
      <p class="aside"><a href="${visit.link('/login/backup-code')}">Use a backup code instead</a></p></template>`;
  return renderPage({ title: BRAND, body: renderOutside('', views), scripts: ['spa.js'] });
}
