import type { Account } from '../accounts.ts';
import { codeBoxScripts, renderCodeBox } from '../code-box.ts';
import { type Html, html, renderPage } from '../html.ts';
import type { Reply, Visit } from '../http.ts';
import { drawQr, qrScripts, qrStyle } from '../qr-image.ts';
import type { Factor } from '../second-factor.ts';
import { keyUri, toBase32 } from '../totp.ts';
import { alertBox, BRAND, noticeBox, renderInside } from './larkmoor-pages.ts';

/** 8 to 15 digits (E.164 allows no more), however they are grouped. */
export const isMobileNumber = (text: string): boolean =>
  /^\+?[0-9 ()-]+$/.test(text) && /^[0-9]{8,15}$/.test(text.replace(/\D/g, ''));

export function detailsPage(visit: Visit, account: Account, notice?: string): Reply {
  const content = html`<h1>My info</h1>${noticeBox(notice)}
    <section class="card"><h2>Contact</h2>
      <dl><dt>Name</dt><dd>${account.name}</dd><dt>E-mail</dt><dd>${account.email}</dd></dl>
      ${mobileForm(visit, account, '/account/mobile')}
    </section>
    <section class="card"><h2>Two-factor authentication</h2>
      <p>${account.factor ? 'On. A code is asked for on browsers we do not know.' : 'Off. Your password alone opens client records.'}</p>
      <p><a class="button" href="${visit.link('/account/two-factor')}">Two-factor authentication settings</a></p>
    </section>`;
  return inside(visit, account, 'My info', content);
}

export function twoFactorPage(visit: Visit, account: Account, notice?: string): Reply {
  const content = account.factor
    ? html`<section class="card"><h2>Backup codes</h2>
        <p>You have ${account.backupCodes.left()} unused backup codes. New ones make the old ones void.</p>
        <form method="post" action="${visit.link('/account/two-factor/backup-codes')}"><button class="primary">Generate backup codes</button></form></section>
      <section class="card"><h2>Turn it off</h2>
        <form method="post" action="${visit.link('/account/two-factor/turn-off')}"><button>Turn off two-factor authentication</button></form></section>`
    : html`<section class="card"><h2>It is off</h2>
        <p>With two-factor authentication, a login needs your password and a six-digit code from an authenticator app.</p>
        <p><a class="button primary" href="${visit.link('/account/two-factor/set-up')}">Set up two-factor authentication</a></p></section>`;
  const status = account.factor ? 'Two-factor authentication is on.' : undefined;
  return inside(
    visit,
    account,
    'Two-factor authentication',
    html`<h1>Two-factor authentication</h1>${noticeBox(notice ?? status)}${content}`,
  );
}

export function backupCodesPage(visit: Visit, account: Account, codes: readonly string[]): Reply {
  const content = html`<h1>Your backup codes</h1>
    <section class="card"><p>Each code lets you log in once without your authenticator app. Print or save them now: they are not shown again.</p>
      <ol class="backup-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
      <p><a class="button" href="${visit.link('/account/two-factor')}">I have saved them</a></p></section>`;
  return inside(visit, account, 'Backup codes', content);
}

/** First the mobile number; only with a valid one the secret is shown. */
export function setUpPage(visit: Visit, account: Account, factor: Factor | null, problem?: string): Reply {
  const style = qrStyle(visit.query.get('qr'));
  const content = html`<h1>Set up two-factor authentication</h1>${alertBox(problem)}
    <section class="card step"><h2>Check your mobile number</h2>
      ${factor ? html`<p>${account.mobile} <span class="tag">Valid</span> <a href="${visit.link('/account')}">Change</a></p>` : html`<p>We use it to make sure it is you if you ever lose your codes. Add it to go on.</p>`}
      ${!factor && mobileForm(visit, account, '/account/two-factor/set-up/mobile')}</section>
    ${factor && renderKey(visit, account, factor, style)}`;
  const scripts = [...codeBoxScripts(visit.variant), ...qrScripts(style)];
  return inside(visit, account, 'Set up two-factor authentication', content, problem ? 422 : 200, scripts);
}

function renderKey(visit: Visit, account: Account, factor: Factor, style: ReturnType<typeof qrStyle>): Html {
  const uri = keyUri(BRAND, account.email, factor.secret);
  const grouped = toBase32(factor.secret)
    .match(/.{1,4}/g)
    ?.join(' ');
  return html`<section class="card step"><h2>Scan the code with an authenticator app</h2>
      <div class="scan">${drawQr(uri, style, 'Two-factor set-up code')}
        <div><p>On your phone or on this computer; any authenticator will do.</p>
          <h3>No camera?</h3><p>Enter this key by hand:</p>
          <p><code class="key" id="manual-key">${grouped}</code></p></div></div></section>
    <form method="post" action="${visit.link('/account/two-factor/set-up')}" autocomplete="off">
      <section class="card step"><h2>Enter the code your app shows</h2>${renderCodeBox(visit.variant)}</section>
      <p class="last"><span>Two-factor authentication stays off until you press this button.</span>
        <button class="primary">Enable two-factor authentication</button></p>
    </form>`;
}

function mobileForm(visit: Visit, account: Account, action: string): Html {
  return html`<form method="post" action="${visit.link(action)}" class="row">
    <label for="mobile">Mobile number</label>
    <input id="mobile" name="mobile" type="tel" autocomplete="tel" value="${account.mobile}" required>
    <button>Save number</button></form>`;
}

function inside(
  visit: Visit,
  account: Account,
  title: string,
  content: Html,
  status = 200,
  scripts: readonly string[] = [],
): Reply {
  const body = renderInside(visit, account, '/account', content);
  return renderPage({ title: `${title} · ${BRAND}`, status, scripts, body });
}
