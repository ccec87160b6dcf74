/** Characters kept of an issuer or an account. */
export const NAME_LIMIT = 128;

// Control characters, halves of surrogate pairs, what turns the direction of writing, and what has no width.
// ZWJ and ZWNJ stay: emoji and Persian are written with them.
const UNSHOWABLE =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Text from outside as it may be shown and compared: one line, NFC, nothing hidden, at most `limit` characters. */
export function cleanName(text: string, limit = NAME_LIMIT): string {
  const oneLine = text.replace(/\s+/g, ' ').replace(UNSHOWABLE, '').replace(/ +/g, ' ');
  const shown = oneLine.normalize('NFC').trim();
  return shown
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}

export interface AccountName {
  readonly issuer: string;
  readonly account: string;
}

/**
 * Tells issuer and account apart. `label` is `account` or `issuer:account`; `issuer` is what was said beside
 * it, if anything, and wins. A prefix that says something else stays in the account: it may be all that
 * distinguishes `prod:ann` from `test:ann`.
 */
export function splitLabel(label: string, issuer: string): AccountName {
  const whole = cleanName(label, Number.POSITIVE_INFINITY);
  const named = cleanName(issuer, Number.POSITIVE_INFINITY);
  const start = `${named}:`;
  if (named !== '' && whole.slice(0, start.length).toLowerCase() === start.toLowerCase())
    return limited(named, whole.slice(start.length));
  const colon = whole.indexOf(':');
  if (colon === -1) return limited(named, whole);
  const prefix = whole.slice(0, colon).trim();
  const account = whole.slice(colon + 1);
  if (named === '') return limited(prefix, account);
  const saysNothingNew = ` ${named} `.toLowerCase().includes(` ${prefix} `.toLowerCase());
  return limited(named, saysNothingNew ? account : whole);
}

function limited(issuer: string, account: string): AccountName {
  return { issuer: cleanName(issuer), account: cleanName(account) };
}

/** `splitLabel` backwards: percent-encoded, in the shape every app reads. */
export function joinLabel({ issuer, account }: AccountName): string {
  if (issuer !== '') return `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  // The empty prefix keeps a colon of the account from being read as the end of an issuer.
  return `${account.includes(':') ? ':' : ''}${encodeURIComponent(account)}`;
}
