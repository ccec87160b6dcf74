import { type Field, type Form, wantedBoxes } from './table.ts';

const DIGITS = 6;

/** The same form with a box a digit instead of its one box for the code; null where it has no such box. */
export function withSplitBoxes(form: Form): Form | null {
  const [wanted, ...more] = wantedBoxes(form);
  if (wanted === undefined || more.length > 0 || (form.code_length ?? DIGITS) !== DIGITS) return null;
  const digits = Array.from({ length: DIGITS }, (_, place) => digitBox(form.fields[wanted]!, place));
  const moved = (index: number) =>
    index === wanted
      ? digits.map((_, place) => wanted + place)
      : [index < wanted ? index : index + DIGITS - 1];
  return {
    ...form,
    structure: `split-${DIGITS}`,
    fields: form.fields.flatMap((field, index) => (index === wanted ? digits : [field])),
    expected: {
      ...form.expected,
      fields: form.expected.fields.flatMap(moved),
      candidate_fields: form.expected.candidate_fields.flatMap(moved),
    },
  };
}

/** Names are numbered as libraries number them; what the box says to a reader stands before the row, once. */
function digitBox(field: Field, place: number): Field {
  const numbered = (name: string | null) => (name ? `${name}-${place + 1}` : name);
  return {
    ...field,
    name: numbered(field.name),
    id: numbered(field.id),
    maxlength: 1,
    minlength: null,
    pattern: null,
    placeholder: null,
    label: place === 0 ? field.label : null,
  };
}
