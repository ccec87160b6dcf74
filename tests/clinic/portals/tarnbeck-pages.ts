import type { Account } from '../accounts.ts';
import { type Html, html, renderPage } from '../html.ts';
import type { Reply } from '../http.ts';
import { drawQr } from '../qr-image.ts';
import { keyUri } from '../totp.ts';

const BRAND = 'Tarnbeck Office';

const stores: Html = html`<figure>${drawQr('https://apps.example/authenticator/iphone', 'img', 'App for iPhone')}
    <figcaption>iPhone</figcaption></figure>
  <figure>${drawQr('https://apps.example/authenticator/android', 'img', 'App for Android')}
    <figcaption>Android</figcaption></figure>`;

/** Two codes to scan, and neither sets anything up. */
export function helpPage(): Reply {
  return page(
    'Two-factor authentication',
    html`<p>Protects your ${BRAND} database. Your practice chooses between SMS messages and an authenticator app.</p>
      <ol><li>Get an authenticator app for your phone: scan one of these.</li>
        <li>In ${BRAND}, when it prompts you to configure two-factor authentication, scan the code on its screen.</li>
        <li>Enter the 6-digit code into ${BRAND}.</li></ol>
      <div class="codes">${stores}</div>`,
  );
}

/** The same two beside the one that counts. */
export function linkPage(account: Account | undefined): Reply {
  const uri = account?.pendingFactor && keyUri(BRAND, account.email, account.pendingFactor.secret);
  const content = uri
    ? html`<p>No app yet? Scan one of the first two. Then scan the third with it, once.</p>
      <div class="codes">${stores}<figure>${drawQr(uri, 'img', 'Link')}<figcaption>Link ${account.email}</figcaption></figure></div>`
    : html`<p>There is nothing to link.</p>`;
  return page('Link your authenticator', content);
}

/** Stands for the program's window on the screen: drawn, with nothing in it that a page could fill. */
export function programPage(user: string): Reply {
  return page(
    'Authenticate',
    html`<div class="window"><p>${user}</p><p>Enter the 6-digit code from your authenticator app</p>
      <p class="drawn">______</p><p><span class="drawn">OK</span></p></div>`,
  );
}

function page(title: string, content: Html): Reply {
  const body = html`<main><h1>${title}</h1>${content}</main>`;
  return renderPage({ title: `${title} - ${BRAND}`, body, look: 'tarnbeck' });
}
