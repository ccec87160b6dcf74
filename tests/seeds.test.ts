import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `docs/seeds.md` answers every line of the five lists, and points at files that are there. */

const LINES = { A: 24, B: 16, C: 12, D: 16, E: 12 };
const ROW = /^\| ([A-E]\d+) \| (.+?) \| (.+?) \| (.*?) ?\|$/;

/** What is wrong with such a page, a sentence each. */
function faultsOf(page: string, exists: (path: string) => boolean): string[] {
  const rows = page.split('\n').flatMap((line) => {
    const [, id, , done, where] = ROW.exec(line) ?? [];
    return id ? [{ id, done: done!, where: where! }] : [];
  });
  const wanted = Object.entries(LINES).flatMap(([list, count]) =>
    Array.from({ length: count }, (_, index) => `${list}${index + 1}`),
  );
  const found = rows.map(({ id }) => id);
  const paths = [...page.matchAll(/`((?:[\w-]+\/)+[\w.-]+)`/g)].map(([, path]) => path!);
  return [
    ...wanted
      .filter((id) => found.filter((other) => other === id).length !== 1)
      .map((id) => `${id} is not there once`),
    ...rows.flatMap(({ id, done, where }) => {
      const reason = /^not ours: (.+)$/.exec(done)?.[1];
      if (reason) return reason.split(' ').length <= 5 ? [] : [`${id} takes more than five words`];
      return where === '' ? [`${id} is answered nowhere`] : [];
    }),
    ...paths.filter((path) => !exists(path)).map((path) => `${path} does not exist`),
  ];
}

describe('docs/seeds.md', () => {
  const page = readFileSync('docs/seeds.md', 'utf8');

  it('answers every line, or says why not, and names files that exist', () => {
    expect(faultsOf(page, existsSync)).toEqual([]);
  });

  it.each([
    ['a line left out', page.replace(/^\| D5 .*$/m, ''), /^D5 /],
    ['a line answered nowhere', page.replace(/^(\| E5 .* \|) .*\|$/m, '$1 |'), /^E5 /],
    ['a file that is gone', `${page}\n\`tests/e2e/gone.spec.ts\``, /gone\.spec/],
    [
      'many words for nothing',
      page.replace('not ours: nothing to act on', 'not ours: one two three four five six'),
      /five words/,
    ],
  ])('notices %s', (_, spoilt, fault) => {
    expect(faultsOf(spoilt, existsSync)).toContainEqual(expect.stringMatching(fault));
  });
});
