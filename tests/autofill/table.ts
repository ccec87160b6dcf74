import { readFileSync } from 'node:fs';
import type { FieldFacts } from '../../utils/autofill/field';

/** A row of a table of forms as others keep it; of a file only what is read here matters, and any of it may be missing. */
export interface Form {
  readonly id: string;
  readonly kind?: string;
  readonly product?: string;
  readonly page_title?: string | null;
  readonly headings?: readonly string[];
  readonly text?: readonly string[];
  readonly buttons?: readonly { readonly text?: string | null }[];
  readonly fields?: readonly Readonly<Record<string, unknown>>[];
  readonly expected?: { readonly fields?: readonly number[]; readonly candidate_fields?: readonly number[] };
}

/** @throws where the file is no array of objects, with what is wrong */
export function readForms(file: string | URL): readonly Form[] {
  const forms: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(forms)) throw new Error(`${file} holds no array of forms`);
  const wrong = forms.findIndex((form) => form === null || typeof form !== 'object');
  if (wrong >= 0) throw new Error(`${file}: row ${wrong} is no form`);
  return forms;
}

/** The table knows no nearness: all the words of a page stand round each of its boxes. */
export function factsOf(form: Form): FieldFacts[] {
  const near = [...(form.headings ?? []), ...(form.text ?? []), form.page_title ?? ''];
  const actions = (form.buttons ?? []).map(({ text }) => text ?? '');
  return (form.fields ?? []).map((field) => {
    const text = (key: string) => (typeof field[key] === 'string' ? field[key] : '');
    const number = Number(field.maxlength ?? Number.NaN);
    const type = text('type').toLowerCase();
    const hidden = field.hidden === true || type === 'hidden';
    return {
      type: (field.tag ?? 'input') === 'input' ? type || 'text' : text('tag'),
      name: text('name'),
      id: text('id'),
      autocomplete: text('autocomplete').toLowerCase(),
      inputmode: text('inputmode').toLowerCase(),
      pattern: text('pattern'),
      maxlength: number > 0 ? number : null,
      placeholder: text('placeholder'),
      title: text('title'),
      label: text('label'),
      ariaLabel: text('aria_label'),
      near: near.filter((words) => !actions.includes(words)),
      actions,
      group: 0,
      fillable: !hidden && !field.readonly && !field.disabled,
      shown: !hidden,
      box: null,
    };
  });
}
