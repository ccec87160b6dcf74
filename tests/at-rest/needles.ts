/** One thing that must not be readable. `variants` are spellings of it that are as good as itself. */
export interface Needle {
  readonly what: string;
  readonly variants: readonly (string | Uint8Array)[];
}

export interface Pattern {
  readonly what: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_URL = `${BASE64.slice(0, -2)}-_`;

/** Shorter ones would be found by chance. */
const SHORTEST = 6;

/** Every pattern of bytes that would give one of these away. */
export function patternsOf(needles: readonly Needle[]): Pattern[] {
  const all = needles.flatMap(({ what, variants }) =>
    variants.flatMap((variant) => spellings(variant).map((spelling) => ({ what, ...spelling }))),
  );
  const known = new Set<string>();
  return all.filter(({ what, bytes }) => {
    const name = `${what}\n${bytes.toString('latin1')}`;
    return bytes.length >= SHORTEST && !known.has(name) && known.add(name);
  });
}

type Spelling = Omit<Pattern, 'what'>;

function spellings(thing: string | Uint8Array): Spelling[] {
  if (typeof thing !== 'string') return [{ encoding: 'bytes', bytes: Buffer.from(thing) }, ...written(thing)];
  const escaped = JSON.stringify(thing).slice(1, -1);
  const twice = JSON.stringify(escaped).slice(1, -1);
  const ascii = escapeWide(escaped);
  return [
    ...wide('text', thing),
    ...wide('text, lower case', thing.toLowerCase()),
    ...wide('text, upper case', thing.toUpperCase()),
    ...wide('text, decomposed', thing.normalize('NFD')),
    { encoding: 'Latin-1', bytes: Buffer.from(thing, 'latin1') },
    { encoding: 'backwards', bytes: Buffer.from([...thing].reverse().join('')) },
    ...wide('JSON', escaped),
    ...wide('JSON in JSON', twice),
    ...wide('JSON, \\u', ascii),
    ...wide(
      'JSON, \\U',
      ascii.replace(/\\u[0-9a-f]{4}/g, (unit) => `\\u${unit.slice(2).toUpperCase()}`),
    ),
    ...wide('percent-encoded', encodeURIComponent(thing)),
    ...wide(
      'percent-encoded, lower case',
      encodeURIComponent(thing).replace(/%../g, (octet) => octet.toLowerCase()),
    ),
    ...wide('form-encoded', new URLSearchParams({ x: thing }).toString().slice(2)),
    ...written(Buffer.from(thing)),
    ...written(Buffer.from(thing, 'utf16le'), ' of UTF-16'),
  ];
}

/** Bytes as people and programs write them down. */
function written(bytes: Uint8Array, of = ''): Spelling[] {
  const hex = Buffer.from(bytes).toString('hex');
  const numbers = Array.from(bytes);
  const numbered = numbers.map((byte, i) => `"${i}":${byte}`);
  return [
    ...wide(`hex${of}`, hex),
    ...wide(`hex, upper case${of}`, hex.toUpperCase()),
    ...aligned(`base32${of}`, bytes, BASE32, 5),
    ...aligned(`base32, lower case${of}`, bytes, BASE32.toLowerCase(), 5),
    ...aligned(`Crockford base32${of}`, bytes, CROCKFORD, 5),
    ...aligned(`base64${of}`, bytes, BASE64, 6),
    ...aligned(`base64url${of}`, bytes, BASE64_URL, 6),
    ...wide(`numbers${of}`, numbers.join(',')),
    // What becomes of a Uint8Array that is handed to JSON; Chromium sorts the keys as text.
    ...wide(`numbered numbers${of}`, numbered.join(',')),
    ...wide(`numbered numbers, sorted${of}`, numbered.toSorted().join(',')),
  ];
}

/**
 * Digits of `bits` bits each, for every place the bytes can have in something longer. The digits that also hold bits
 * of a neighbour are left out.
 */
function aligned(encoding: string, bytes: Uint8Array, alphabet: string, bits: 5 | 6): Spelling[] {
  const places = bits === 5 ? [0, 1, 2, 3, 4] : [0, 1, 2];
  return places.flatMap((before) => {
    const binary = [...new Uint8Array(before), ...bytes]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    const first = Math.ceil((before * 8) / bits);
    let digits = '';
    for (let at = first * bits; at + bits <= binary.length; at += bits)
      digits += alphabet[Number.parseInt(binary.slice(at, at + bits), 2)];
    return wide(`${encoding}, place ${before}`, digits);
  });
}

/** Text as UTF-8 and, as browsers keep it, in two bytes a character: values little-endian, database keys big-endian. */
function wide(encoding: string, text: string): Spelling[] {
  const little = Buffer.from(text, 'utf16le');
  return [
    { encoding, bytes: Buffer.from(text) },
    { encoding: `${encoding}, UTF-16LE`, bytes: little },
    { encoding: `${encoding}, UTF-16BE`, bytes: Buffer.from(little).swap16() },
  ];
}

function escapeWide(text: string): string {
  return text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
