import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../utils/failure';

const ROOT = new URL('../../', import.meta.url);
const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('public/_locales/en/messages.json', ROOT), 'utf8'),
);

function filesUnder(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => `${folder}/${name}`);
}

const source = [...['components', 'entrypoints', 'utils'].flatMap(filesUnder), 'wxt.config.ts']
  .map((path) => readFileSync(new URL(path, ROOT), 'utf8'))
  .join('\n');

/** Every call of `say` and `sayMany` with a literal key, and how many substitutions it passes, the number included. */
function sayings(text: string): { key: string; passed: number }[] {
  return [...text.matchAll(/\bsay(Many)?\(\s*'(\w+)'/g)].map((match) => ({
    key: match[1] ? `${match[2]}_other` : match[2]!,
    passed: countArguments(text, match.index + match[0].length),
  }));
}

/** Commas at the top level of a call, from just after its first argument to its closing bracket. */
function countArguments(text: string, start: number): number {
  let depth = 1;
  let commas = 0;
  for (let i = start; depth > 0 && i < text.length; i++) {
    const sign = text[i]!;
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    else if (sign === ',' && depth === 1 && !/^,\s*\)/.test(text.slice(i))) commas++;
  }
  return commas;
}

function placeholders(key: string): number {
  return Math.max(
    0,
    ...[...(messages[key]?.message ?? '').matchAll(/\$(\d)/g)].map((match) => Number(match[1])),
  );
}

/** How many values each failure carries, as the comments beside the codes say. */
function declaredValues(): Map<string, number> {
  const declared = readFileSync(new URL('utils/failure.ts', ROOT), 'utf8');
  return new Map(
    [...declared.matchAll(/^ {2}'([a-z0-9-]+)',(.*)$/gm)].map(([, code, comment]) => [
      code!,
      Math.max(0, ...[...comment!.matchAll(/\$(\d)/g)].map((match) => Number(match[1]))),
    ]),
  );
}

/** The key, or the keys where the sentence bends to a number. */
function failureKeys(code: string): string[] {
  const key = `failure_${code.replaceAll('-', '_')}`;
  return isCounted(key) ? [`${key}_one`, `${key}_other`] : [key];
}

const isCounted = (stem: string) => `${stem}_one` in messages && `${stem}_other` in messages;

/** What the source calls it. */
function stemOf(key: string): string {
  const stem = key.replace(/_(?:one|other)$/, '');
  return isCounted(stem) ? stem : key;
}

describe('words', () => {
  it.each(FAILURE_CODES)('has a sentence for the failure %s', (code) => {
    for (const key of failureKeys(code)) expect(messages[key]?.message).toMatch(/[.?]$/);
  });

  it('fills no more of a failure sentence than the failure carries', () => {
    const declared = declaredValues();
    const asked = FAILURE_CODES.filter((code) =>
      failureKeys(code).some((key) => placeholders(key) > (declared.get(code) ?? 0)),
    );
    expect(asked).toEqual([]);
  });

  it('has every key that the source says', () => {
    expect(
      sayings(source)
        .map(({ key }) => key)
        .filter((key) => !(key in messages)),
    ).toEqual([]);
  });

  it('passes as many substitutions as the sentence has', () => {
    const wrong = sayings(source).filter(
      ({ key, passed }) => key in messages && passed !== placeholders(key),
    );
    expect(wrong).toEqual([]);
  });

  it('says every message somewhere', () => {
    const unused = Object.keys(messages).filter(
      (key) => !key.startsWith('failure_') && !new RegExp(`['_]${stemOf(key)}(?:__)?['"]`).test(source),
    );
    const failures = new Set<string>(FAILURE_CODES.flatMap(failureKeys));
    const strangers = Object.keys(messages).filter((key) => key.startsWith('failure_') && !failures.has(key));
    expect([...unused, ...strangers]).toEqual([]);
  });

  it('speaks without jargon, blame or exclamation marks', () => {
    const sentences = Object.values(messages).map(({ message }) => message);
    expect(
      sentences.filter((sentence) => /!|\btokens?\b|\bOTP\b|\binvalid\b|\bplease\b/i.test(sentence)),
    ).toEqual([]);
  });

  it('notices a missing key and a wrong count (control)', () => {
    const planted = "say('no_such_key'); sayMany('wait', wait); say('lock', call(1, 2))";
    expect(sayings(planted)).toEqual([
      { key: 'no_such_key', passed: 0 },
      { key: 'wait_other', passed: 1 },
      { key: 'lock', passed: 1 },
    ]);
  });
});
