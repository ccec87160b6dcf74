import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withFailpoints } from './torture/lib/failpoint-source';
import { createRandom } from './torture/lib/random';
import { CONTROLS } from './torture/lib/variants';

describe('torture', () => {
  it('puts a failpoint before every await, and changes nothing else', () => {
    const source = 'async function f() {\n  const x: number = await (await g<number>(1)) + 1;\n}';
    expect(withFailpoints(source, 'a.ts')).toBe(
      'async function f() {\n  const x: number = (await globalThis.__failpoint?.("a.ts:2"), await ((await globalThis.__failpoint?.("a.ts:2"), await g<number>(1)))) + 1;\n}',
    );
  });

  it('repeats its choices by the seed', () => {
    const draw = (seed: string) => {
      const random = createRandom(seed);
      return [random.int(1, 1e9), random.real(), random.bytes(8).toString('hex')];
    };
    expect(draw('7')).toEqual(draw('7'));
    expect(draw('7')).not.toEqual(draw('8'));
  });

  it.each(Object.entries(CONTROLS))('has a control that still fits the sources: %s', (_, patches) => {
    for (const { file, from } of patches)
      expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split(from).length, from).toBe(2);
  });
});
