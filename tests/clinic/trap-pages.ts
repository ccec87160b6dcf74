import { codeBoxScripts, renderCodeBox } from './code-box.ts';
import { type Html, html, renderPage } from './html.ts';
import { json, type Reply, type Routes, type Visit } from './http.ts';
import { alertBox, renderOutside } from './portals/larkmoor-pages.ts';
import { drawQr, qrScripts, qrStyle } from './qr-image.ts';
import { keyUri, newSecret } from './totp.ts';

/** Something a hostile page could read. */
export interface Loot {
  readonly host: string;
  /** `box`, `boxes` (joined), `text` or `attribute`. */
  readonly source: string;
  readonly value: string;
}

const APP_STORE_LINKS = [
  'https://apps.example/authenticator/iphone',
  'https://apps.example/authenticator/android',
];

/** Pages no portal has: look-alikes, frames, and QR codes of every kind. What the first two can read goes to `loot`. */
export function trapRoutes(loot: Loot[]): Routes {
  const setUpUri = keyUri('Larkmoor', 'jo@harbourphysio.example', newSecret());

  return {
    'GET /lookalike': (visit) => lookalike(visit, html`${passwordForm(visit)}<hr>${promptForm(visit)}`),
    'POST /lookalike': (visit) => lookalike(visit, promptForm(visit)),
    'POST /lookalike/code': (visit) => lookalike(visit, html`${alertBox('Try again.')}${promptForm(visit)}`),
    'POST /loot': (visit) => {
      const { source, value } = (visit.json ?? {}) as { source?: unknown; value?: unknown };
      loot.push({ host: visit.host, source: String(source), value: String(value) });
      return json(200, {});
    },
    'GET /frame': (visit) => {
      const frame = html`<div class="codes"><iframe class="foreign" src="${visit.query.get('src')}"></iframe>
        <div>${promptForm(visit)}</div></div>`;
      return renderPage({ title: 'Frame', body: frame, scripts: loots(visit), frames: 'http: https:' });
    },
    'GET /appstore-qr': (visit) => codes(visit, APP_STORE_LINKS.slice(0, 1)),
    'GET /two-qr': (visit) => codes(visit, [...APP_STORE_LINKS, visit.query.get('uri') ?? setUpUri]),
    'GET /enrol-demo': (visit) => codes(visit, visit.query.getAll('uri')),
    'GET /plain': () =>
      renderPage({ title: 'Plain', body: html`<main class="codes"><h1>Nothing here</h1></main>` }),
  };
}

const loots = (visit: Visit): readonly string[] => [...codeBoxScripts(visit.variant), 'loot.js'];

function lookalike(visit: Visit, content: Html): Reply {
  return renderPage({ title: 'Cliniko', body: renderOutside('Log in', content), scripts: loots(visit) });
}

const passwordForm = (visit: Visit): Html => html`<form method="post" action="${visit.link('/lookalike')}">
  <label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username">
  <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password">
  <button class="primary">Log in</button></form>`;

const promptForm = (visit: Visit): Html => html`<form method="post" action="${visit.link('/lookalike/code')}">
  <p>Open your authenticator app and enter the six digits it shows.</p>
  ${renderCodeBox(visit.variant)}<button class="primary">Verify</button></form>`;

function codes(visit: Visit, texts: readonly string[]): Reply {
  const style = qrStyle(visit.query.get('qr'));
  const figures = texts.map((text, index) => drawQr(text, style, `Code ${index + 1}`));
  const body = html`<main class="codes">${figures}</main>`;
  return renderPage({ title: 'Codes', body, scripts: qrScripts(style) });
}
