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

/** Every call of `say` with a literal key, and how many substitutions it passes. */
function sayings(text: string): { key: string; passed: number }[] {
  return [...text.matchAll(/\bsay\(\s*'(\w+)'/g)].map((match) => ({
    key: match[1]!,
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

const failureKey = (code: string) => `failure_${code.replaceAll('-', '_')}`;

describe('words', () => {
  it.each(FAILURE_CODES)('has a sentence for the failure %s', (code) => {
    expect(messages[failureKey(code)]?.message).toMatch(/[.?]$/);
  });

  it('fills no more of a failure sentence than the failure carries', () => {
    const declared = declaredValues();
    const asked = FAILURE_CODES.filter((code) => placeholders(failureKey(code)) > (declared.get(code) ?? 0));
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
      (key) => !key.startsWith('failure_') && !new RegExp(`['_]${key}(?:__)?['"]`).test(source),
    );
    const failures = new Set<string>(FAILURE_CODES.map(failureKey));
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
    const planted = "say('no_such_key'); say('wait_seconds'); say('wait_one', call(1, 2))";
    expect(sayings(planted)).toEqual([
      { key: 'no_such_key', passed: 0 },
      { key: 'wait_seconds', passed: 0 },
      { key: 'wait_one', passed: 1 },
    ]);
  });
});
