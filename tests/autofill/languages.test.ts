import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPrompt } from '../../utils/autofill/prompt';
import { field, row } from './field-facts';

interface Language {
  readonly language: string;
  /** As portals say it: the heading and the label over an app's code, a sentence about it, one about a sent code, a recovery code's label. */
  readonly heading: string;
  readonly label: string;
  readonly app: string;
  readonly sent: string;
  readonly recovery: string;
}

const FIXTURE = new URL('../fixtures/prompts-by-language.json', import.meta.url);
const LANGUAGES: readonly Language[] = JSON.parse(readFileSync(FIXTURE, 'utf8'));

it('are as many as are claimed', () =>
  expect(new Set(LANGUAGES.map(({ language }) => language)).size).toBe(38));

describe.each(LANGUAGES)('a prompt in $language', ({ heading, label, app, sent, recovery }) => {
  const kind = (...fields: Parameters<typeof findPrompt>[0]) => {
    const verdict = findPrompt(fields);
    return verdict.kind === 'other' ? verdict.other : verdict.kind;
  };

  it('is found by its heading and label', () => expect(kind(field({ label, near: [heading] }))).toBe('totp'));
  it('is found by a sentence about the app, in a box or a row', () => {
    expect(kind(field({ label, near: [app] }))).toBe('totp');
    expect(kind(...row(6, { near: [app] }))).toBe('totp');
  });
  it('is told apart where the code is sent', () => {
    expect(kind(field({ label, near: [heading, sent] }))).toMatch(/sms|email/);
    expect(kind(...row(6, { near: [sent] }))).toMatch(/sms|email/);
    expect(kind(field({ autocomplete: 'one-time-code', near: [sent] }))).toMatch(/sms|email/);
  });
  it('is asked about where both are spoken of', () =>
    expect(kind(field({ label, near: [app, sent] }))).toBe('ask'));
  it('is told apart where a recovery code is wanted', () =>
    expect(kind(field({ label: recovery, near: [heading] }))).toBe('recovery'));
  it('is not seen where a code is asked for beside a name, and nothing else is said', () =>
    expect(kind(field({ label }), field({ label: 'Name' }))).toBe('none'));
});
