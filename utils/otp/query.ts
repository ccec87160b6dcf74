/** Names whose `name=` inside a value means that somebody forgot the `&`. */
const GLUED = /(?=(?:secret|issuer|algorithm|digits|period|counter)=[^=])/i;

/** Addresses: they may hold any name of ours in a query of their own. */
const LINKS = new Set(['image', 'icon', 'logo', 'url']);

/** A parameter as it stands in the text: lower-case name, value not decoded yet; `null` without `=`. */
export interface RawParameter {
  readonly name: string;
  readonly value: string | null;
}

/**
 * Splits a key URI's query. Bare names, empty places (`&&`, a trailing `&`), `?` and `#` inside values are
 * all taken as they come.
 */
export function readQuery(query: string): RawParameter[] {
  return query.split('&').flatMap((part) => {
    const equals = part.indexOf('=');
    if (equals === -1) return part.trim() === '' ? [] : [{ name: nameOf(part), value: null }];
    const name = nameOf(part.slice(0, equals));
    if (LINKS.has(name)) return [{ name, value: part.slice(equals + 1) }];
    const [value = '', ...glued] = part.slice(equals + 1).split(GLUED);
    return [{ name, value }, ...glued.flatMap(readQuery)];
  });
}

function nameOf(text: string): string {
  return percentDecode(text).trim().toLowerCase();
}

/** Percent-decodes UTF-8, and Latin-1 where it is not UTF-8; a `%` that escapes nothing stays. Never throws. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  });
}
