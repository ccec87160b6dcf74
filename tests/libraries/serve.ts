import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { makeCertificate } from '../clinic/certificate.ts';
import { BUILT } from './build.ts';

const DOMAIN = 'libraries.example';
export const hostOf = (page: string) => `${page}.${DOMAIN}`;

/** Every page of `pages/` under a host of its own: a log-in form, a prompt for the second factor, and one for a voucher. */
export async function servePages() {
  const { certificate, privateKey, spki } = makeCertificate([`*.${DOMAIN}`], Date.now());
  const server = createServer({ cert: certificate, key: privateKey }, (request, response) => {
    const { pathname, searchParams, hostname } = new URL(
      request.url ?? '/',
      `https://${request.headers.host}`,
    );
    const [page = ''] = hostname.split('.');
    const file = path.join(BUILT, page, pathname);
    if (/^\/page\.(?:js|css)$/.test(pathname) && existsSync(file)) {
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/css';
      response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
    } else if (request.method === 'POST') {
      request.resume();
      response.writeHead(303, { Location: `/prompt?${searchParams}` }).end();
    } else if (pathname === '/' || pathname === '/prompt') {
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(pathname === '/' ? logInPage(searchParams) : promptPage(page, searchParams));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    spki,
    originOf: (page: string) => `https://${hostOf(page)}:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const document = (title: string, head: string, body: string) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>${title}</title>${head}</head><body><main>${body}</main></body></html>`;

const logInPage = (query: URLSearchParams) =>
  document(
    'Log in',
    '',
    `<h1>Log in</h1><form method="post" action="/?${query}">
<label>User name <input id="user" name="user" autocomplete="username"></label>
<label>Password <input id="password" name="password" type="password"></label>
<button>Log in</button></form>`,
  );

const WORDS = {
  factor: ['Two-factor authentication', 'Enter the code from your authenticator app.', 'Verify'],
  voucher: ['Redeem a gift voucher', 'Enter your voucher code. It is printed on the card.', 'Redeem'],
} as const;

function promptPage(page: string, query: URLSearchParams): string {
  const [title, sentence, button] = WORDS[query.get('about') === 'voucher' ? 'voucher' : 'factor'];
  const sheet = existsSync(path.join(BUILT, page, 'page.css'))
    ? '<link rel="stylesheet" href="/page.css">'
    : '';
  return document(
    title,
    `${sheet}<style>${STYLE}</style><script>${WITNESS}</script>`,
    `<h1>${title}</h1><p>${sentence}</p><form><div id="mount"></div><button>${button}</button></form>
<script type="module" src="/page.js"></script>`,
  );
}

/** For components that come without looks of their own. */
const STYLE = `main { max-width: 480px; margin: 40px auto; font: 16px system-ui }
.digits, .slots, [role=group] { display: flex; gap: 8px; border: 0; padding: 0 }
.digit { width: 40px; height: 48px; font-size: 20px; text-align: center }
.slot { position: relative; width: 40px; height: 48px; border: 1px solid #888; display: grid; place-items: center }
.caret { position: absolute; inset: 0; pointer-events: none }
.shadcn { display: flex; gap: 8px; align-items: center }`;

/** Notes by which way a code came, from the events alone. What a library does to its own boxes is not counted. */
const WITNESS = `window.kept = '';
window.seen = { paste: false, boxes: new Set() };
addEventListener('paste', () => { seen.paste = true }, true);
addEventListener('input', (event) => {
  if (!event.isTrusted && event.inputType === 'insertText') seen.boxes.add(event.composedPath()[0]);
}, true);`;
