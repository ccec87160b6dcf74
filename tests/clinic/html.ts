import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reply } from './http.ts';

/** Markup that is safe to put in a page as it stands. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | false | null | undefined | readonly Html[];

/** A template in which everything but {@link Html} is escaped; `false`, `null` and `undefined` leave nothing. */
export function html(literal: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { markup: literal.reduce((before, text, index) => before + toMarkup(pieces[index - 1]) + text) };
}

export const nothing: Html = { markup: '' };

function toMarkup(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece));
  return 'markup' in piece ? piece.markup : piece.map(toMarkup).join('');
}

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** File names in `scripts/`, put in the page under the nonce of its policy. */
  readonly scripts?: readonly string[];
  readonly status?: number;
  /** The portal whose style sheets it wears. */
  readonly look?: string;
  /** Sources for `frame-src`; none unless given. */
  readonly frames?: string;
}

const larkmoorLook = html`<link rel="icon" href="/assets/larkmoor.svg">
<link rel="stylesheet" href="/assets/larkmoor.css">
<link rel="stylesheet" href="/assets/larkmoor-controls.css">`;

/**
 * A whole document under a strict policy. `frame-ancestors` is left open on purpose: the tests put a portal's page
 * in a foreign frame and see that the extension, not the portal, refuses.
 */
export function renderPage({ title, body, scripts = [], status = 200, look, frames }: Page): Reply {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(frames ? [`frame-src ${frames}`] : []),
  ];
  const inline = scripts.map((file): Html => {
    return { markup: `<script type="module" nonce="${nonce}">\n${script(file)}</script>` };
  });
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${look ? html`<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/${look}.css">` : larkmoorLook}
</head>
<body>
${body}
${inline}
</body>
</html>
`;
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
  };
  return { status, headers, body: document.markup };
}

const script = (file: string): string => readFileSync(new URL(`scripts/${file}`, import.meta.url), 'utf8');
