import { equalBytes } from '../bytes';
import type { SetupKey } from './parameters';
import { parseTypedSetup } from './typed-key';

/** A short text of a page, and the words that stand with it: its label, what comes before it, what it is called. */
export interface PageText {
  readonly text: string;
  readonly near: string;
}

/** A key that a page shows as text. */
export interface PageKey {
  /** Without names, unless it is a whole key URI. */
  readonly key: SetupKey;
  /** The words beside it say that it is a key to set up codes with; otherwise it only looks like one. */
  readonly isSaid: boolean;
}

const KEY_URI = /otpauth:\/\/[^\s"'<>]+/i;
const SAYS_KEY =
  /key|secret|seed|manual|set ?-?up|authenticat|(?:two|2).?factor|2fa|mfa|totp|schl[uü]ssel|geheim|einricht|cl(?:é|ef)(?!\p{L})|clave|chiave|chave|sleutel|nyckel|n[oø]gle|klucz/iu;
const SAYS_OTHER =
  /(?:recovery|back-?up|emergency|scratch|rescue|reset|promo|gift|discount|voucher|order|booking|confirmation).{0,12}cod|recovery.?key|recovery.?phrase|licen[cs]e|product.?key|serial|\border\b|invoice|tracking|reference|checksum|hash|sha-?\d|md5|fingerprint|commit|api.?(?:key|secret|token)|client.?(?:id|secret)|webhook|wallet|iban|coupon|voucher|password/i;
/** More than this many of one length are a list of codes of another kind. */
const MOST_ALIKE = 2;

interface Found extends PageKey {
  /** Null for a link. */
  readonly letters: string | null;
}

/**
 * The keys among a page's texts: in groups or not, in either case, or as an `otpauth://` link. Prose, numbers, hashes,
 * lists of codes and what is named something else are left out; what is named nothing is kept, but not as said.
 */
export function findPageKeys(texts: readonly PageText[]): PageKey[] {
  const found: Found[] = [];
  for (const { text, near } of texts) {
    const link = KEY_URI.exec(text)?.[0];
    const letters = link ? null : keyIn(text);
    const words = `${near} ${text}`;
    if (!link && (!letters || SAYS_OTHER.test(words))) continue;
    const key = read(link ?? letters!);
    if (!key) continue;
    const isSaid = link !== undefined || SAYS_KEY.test(words);
    const place = found.findIndex((other) => isSameKey(other.key, key));
    if (place === -1) found.push({ key, isSaid, letters });
    else if (isSaid) found[place] = { ...found[place]!, isSaid };
  }
  const alike = Map.groupBy(found, ({ letters }) => letters?.length);
  return (
    found
      .filter(({ letters }) => letters === null || alike.get(letters.length)!.length <= MOST_ALIKE)
      // A word that stands close by may have taken the first group with it.
      .filter((each) => !found.some((other) => isPartOf(each, other)))
      .map(({ key, isSaid }) => ({ key, isSaid }))
  );
}

function isPartOf({ letters }: Found, { letters: whole }: Found): boolean {
  return letters !== null && whole !== null && whole !== letters && whole.includes(letters);
}

export function isSameKey(a: SetupKey, b: SetupKey): boolean {
  return equalBytes(a.parameters.secret, b.parameters.secret);
}

function read(text: string): SetupKey | null {
  try {
    return parseTypedSetup(text, { issuer: '', account: '' });
  } catch {
    return null;
  }
}

const LEAST = 16;
const MOST = 208;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const ENDS = /[:;,()[\]"'“”«»<>|\n]|\.(?=\s|$)/;
const BETWEEN_GROUPS = /[\s\u2010-\u2015_·-]+/;

/** The letters of the one key in a text, as they stand there but for what divides them; null where there is none. */
function keyIn(text: string): string | null {
  const pieces = text.replace(INVISIBLE, '').split(ENDS);
  const keys = pieces.flatMap((piece) => {
    const groups = piece.trim().replace(/=+$/, '').split(BETWEEN_GROUPS).filter(Boolean);
    const whole = isKey(groups) ? groups : capitalsIn(groups);
    return whole ? [whole.join('')] : [];
  });
  return new Set(keys).size === 1 ? keys[0]! : null;
}

/** A key in the midst of a sentence: groups of capitals, or one long word that is no word. */
function capitalsIn(words: readonly string[]): string[] | null {
  for (let from = 0; from < words.length; from++) {
    if (words[from]!.length >= LEAST && isKey([words[from]!])) return [words[from]!];
    let to = from;
    while (to < words.length && /^[A-Z2-7]+$/.test(words[to]!)) to++;
    if (to > from + 1 && isKey(words.slice(from, to))) return words.slice(from, to);
    from = Math.max(from, to - 1);
  }
  return null;
}

/** Base32 in groups of one length, the last perhaps shorter; not hexadecimal, not prose. */
function isKey(groups: readonly string[]): boolean {
  const letters = groups.join('');
  if (letters.length < LEAST || letters.length > MOST) return false;
  if (!/^(?:[A-Z2-7]+|[a-z2-7]+)$/.test(letters) || /^[a-f2-7]+$/i.test(letters)) return false;
  if ([1, 3, 6].includes(letters.length % 8)) return false; // no number of bytes comes out so
  const [first = '', ...rest] = groups;
  const last = rest.pop() ?? '';
  if (groups.length > 1 && (first.length > 8 || first.length < 2 || last.length > first.length)) return false;
  if (rest.some((group) => group.length !== first.length)) return false;
  return isRandom(letters.toUpperCase());
}

/** Chance uses a fifth of vowels and some digits; a language two fifths and none. */
function isRandom(letters: string): boolean {
  const vowels = letters.match(/[AEIOU]/g)?.length ?? 0;
  const digits = letters.match(/\d/g)?.length ?? 0;
  if (new Set(letters).size < 6 || digits > letters.length / 2) return false;
  return digits > 0 || vowels / letters.length < 0.32;
}
