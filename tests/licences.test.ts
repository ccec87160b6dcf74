import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LICENCES } from '../entrypoints/options/licences';
import { licencesText, shipped } from '../scripts/licences.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

it('the settings name everything that ships, with its version and licence', () => {
  expect(LICENCES.length).toBeGreaterThan(10);
  expect(LICENCES).toEqual(shipped());
});

it('the notices are those of the packages installed (node scripts/licences.mjs writes them)', () => {
  expect(read('public/licences.txt')).toBe(licencesText());
});

it('every licence is one that was looked at', () => {
  const known = ['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];
  expect(LICENCES.filter(({ licence }) => !known.includes(licence))).toEqual([]);
});

it('docs/dependencies.md has them too', () => {
  const text = read('docs/dependencies.md');
  expect(LICENCES.filter(({ name }) => !text.includes(`\`${name}\``))).toEqual([]);
});
