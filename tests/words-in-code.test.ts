import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSourceTree } from './source-tree';
import { wordsInCode } from './words-in-code';

const pages = readdirSync('entrypoints', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => [`entrypoints/${file}`, readFileSync(`entrypoints/${file}`, 'utf8')] as const);
const seen = [...readSourceTree('.')].filter(([file]) => !file.startsWith('utils/'));

describe('words for people', () => {
  it('are in _locales, and not in the code', () => {
    expect(seen.length).toBeGreaterThan(100);
    expect(pages.length).toBeGreaterThan(5);
    expect(wordsInCode(new Map([...seen, ...pages]))).toEqual([]);
  });

  it.each([
    ['a text', 'x.tsx', 'export const X = () => <p>saved {1}</p>;', 'saved'],
    ['a text in braces', 'x.tsx', "export const X = () => <p>{'saved'}</p>;", 'saved'],
    [
      'a choice of texts',
      'x.tsx',
      "export const X = ({ is }) => <p>{is === 'x' ? 'yes' : `no`}</p>;",
      'yes,no',
    ],
    ['a name for a screen reader', 'x.tsx', 'export const X = () => <p aria-label="codes" />;', 'codes'],
    [
      'what stands in an empty box',
      'x.tsx',
      "export const X = () => <input placeholder={'search'} />;",
      'search',
    ],
    ['a property of ours', 'x.tsx', 'export const X = () => <Field label="password" />;', 'password'],
    ['a sentence', 'x.ts', "export const x = () => 'it is saved';", 'it is saved'],
    ['a word that begins one', 'x.ts', "document.title = 'Settings';", 'Settings'],
    [
      'a sentence with a number',
      'x.ts',
      `export const x = (n) => \`\${n} accounts saved\`;`,
      'accounts saved',
    ],
    ['a text of a style sheet', 'x.css', 'p::after { content: "new"; }', 'new'],
    ['a text of a page', 'x.html', '<title>Lanyard</title><p>Wait</p>', 'Wait'],
  ])('%s is noticed', (_, file, source, words) => {
    const found = wordsInCode(new Map([[file, source]]));
    expect(found).toEqual(words.split(',').map((text) => `${file}: ${text}`));
  });

  it('what nobody reads is left alone', () => {
    const source = `import { x } from './a file'; type T = 'two words'; const s = <p class="two words" id="x" />; say('lock'); const c = \`a{b: c d}\`;`;
    expect(wordsInCode(new Map([['x.tsx', source]]))).toEqual([]);
  });
});
