import { expect, test } from 'vitest';
import { type Needle, patternsOf } from './needles';
import { createSearch } from './search';

const SECRET = Buffer.from('8f03c1d2e5a7b9604411ffee0923aa5b77c0de12', 'hex');
const NAME = 'Quillback "Röntgen"';
const needles: Needle[] = [
  { what: 'secret', variants: [SECRET] },
  { what: 'name', variants: [NAME] },
];
const search = createSearch(needles);
const found = (text: string | Uint8Array) => [
  ...new Set(search(typeof text === 'string' ? Buffer.from(text) : text).map(({ what }) => what)),
];
const around = (bytes: Uint8Array, before: number) =>
  Buffer.concat([Buffer.alloc(before, 0x5a), bytes, Buffer.from('after')]);

test.each<[string, string | Uint8Array, string]>([
  ['raw bytes', around(SECRET, 7), 'secret'],
  ['hex', SECRET.toString('hex'), 'secret'],
  ['hex in capitals', SECRET.toString('hex').toUpperCase(), 'secret'],
  ['base64', SECRET.toString('base64'), 'secret'],
  ['base64 of something longer', around(SECRET, 1).toString('base64'), 'secret'],
  ['base64url of something longer', around(SECRET, 2).toString('base64url'), 'secret'],
  ['base32', 'R4B4DUXFU64WARAR77XASI5KLN34BXQS', 'secret'],
  ['base32 in small letters', 'r4b4duxfu64warar77xasi5kln34bxqs', 'secret'],
  ['hex as UTF-16', Buffer.from(SECRET.toString('hex'), 'utf16le'), 'secret'],
  ['a JSON array', JSON.stringify([1, ...SECRET, 2]), 'secret'],
  ['a Uint8Array in JSON', JSON.stringify({ ...SECRET }), 'secret'],
  [
    'a Uint8Array in Chromium’s sorted JSON',
    `{${Object.entries(SECRET)
      .map(([i, byte]) => `"${i}":${byte}`)
      .sort()}}`,
    'secret',
  ],
  ['UTF-8', NAME, 'name'],
  ['Latin-1', Buffer.from(NAME, 'latin1'), 'name'],
  ['UTF-16LE', Buffer.from(NAME, 'utf16le'), 'name'],
  ['UTF-16BE', Buffer.from(NAME, 'utf16le').swap16(), 'name'],
  ['JSON', JSON.stringify({ NAME }), 'name'],
  ['JSON in JSON', JSON.stringify(JSON.stringify({ NAME })), 'name'],
  ['JSON without wide letters', JSON.stringify({ NAME }).replace('ö', '\\u00f6'), 'name'],
  ['percent-encoded', `otpauth://totp/${encodeURIComponent(NAME)}`, 'name'],
  ['form-encoded', new URLSearchParams({ NAME }).toString(), 'name'],
  ['small letters', NAME.toLowerCase(), 'name'],
  ['base64 of a JSON line', Buffer.from(`{"issuer":"${NAME}"}`).toString('base64'), 'name'],
])('found as %s', (_, text, what) => {
  expect(found(text)).toEqual([what]);
});

test('nothing is found where there is nothing', () => {
  const others = Buffer.from(SECRET.map((byte) => byte ^ 1));
  expect(found(others)).toEqual([]);
  expect(found(others.toString('base64'))).toEqual([]);
  expect(found('Quillback Rontgen')).toEqual([]);
  expect(found(new Uint8Array(0))).toEqual([]);
});

test('no pattern is so short that it would be found by chance', () => {
  expect(Math.min(...patternsOf(needles).map(({ bytes }) => bytes.length))).toBeGreaterThanOrEqual(6);
});
