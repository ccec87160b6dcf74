import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldFacts } from '../../utils/autofill/field';
import { findPrompt } from '../../utils/autofill/prompt';

const TABLE = new URL('../../../shared/facts/otp-forms.json', import.meta.url);

interface Form {
  readonly id: string;
  readonly kind: string;
  readonly page_title: string | null;
  readonly headings: readonly string[];
  readonly text: readonly string[];
  readonly buttons: readonly { readonly text: string | null }[];
  // biome-ignore lint/suspicious/noExplicitAny: a foreign table, read field by field below.
  readonly fields: readonly any[];
  readonly expected: { readonly fields: readonly number[] };
}

/** The table knows no nearness: all the words of a page stand round each of its boxes. */
function factsOf(form: Form): FieldFacts[] {
  const near = [form.page_title ?? '', ...form.headings, ...form.text];
  const actions = form.buttons.map(({ text }) => text ?? '');
  return form.fields.map((field) => ({
    type: field.tag === 'input' ? (field.type ?? 'text') : field.tag,
    name: field.name ?? '',
    id: field.id ?? '',
    autocomplete: field.autocomplete ?? '',
    inputmode: field.inputmode ?? '',
    pattern: field.pattern ?? '',
    maxlength: field.maxlength === null ? null : Number(field.maxlength),
    placeholder: field.placeholder ?? '',
    title: field.title ?? '',
    label: field.label ?? '',
    ariaLabel: field.aria_label ?? '',
    near: near.filter((words) => !actions.includes(words)),
    actions,
    group: 0,
    fillable: !field.hidden && !field.readonly && !field.disabled,
    box: null,
  }));
}

describe.skipIf(!existsSync(TABLE))('a table of real forms', () => {
  it('is read, and the figures are printed', () => {
    const forms: Form[] = JSON.parse(readFileSync(TABLE, 'utf8'));
    const tally = new Map<string, { forms: number; right: number; filled: number; told: number }>();
    const misses: string[] = [];
    for (const form of forms) {
      const verdict = findPrompt(factsOf(form));
      const filled = verdict.kind === 'totp' ? verdict.boxes : [];
      const row = tally.get(form.kind) ?? { forms: 0, right: 0, filled: 0, told: 0 };
      const right = String(filled) === String(form.expected.fields);
      row.forms++;
      row.right += Number(right);
      row.filled += Number(filled.length > 0);
      row.told += Number(verdict.kind === 'other');
      tally.set(form.kind, row);
      if (!right)
        misses.push(`${form.kind} ${form.id}: ${verdict.kind} [${filled}] ${verdict.why.join(', ')}`);
    }
    console.table(Object.fromEntries(tally));
    if (process.env.LANYARD_MISSES) console.log(misses.join('\n'));
    expect([...tally.values()].reduce((sum, row) => sum + row.forms, 0)).toBe(forms.length);
  });
});
