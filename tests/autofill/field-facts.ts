import type { FieldFacts } from '../../utils/autofill/field';

/** A visible text box of which nothing is said. */
const PLAIN: FieldFacts = {
  type: 'text',
  name: '',
  id: '',
  autocomplete: '',
  inputmode: '',
  pattern: '',
  maxlength: null,
  placeholder: '',
  title: '',
  label: '',
  ariaLabel: '',
  near: [],
  actions: [],
  group: 0,
  fillable: true,
  shown: true,
  box: null,
};

export function field(facts: Partial<FieldFacts> = {}): FieldFacts {
  return { ...PLAIN, ...facts };
}

/** Boxes for a digit each, side by side. */
export function row(length: number, facts: Partial<FieldFacts> = {}): FieldFacts[] {
  return Array.from({ length }, (_, place) =>
    field({ maxlength: 1, id: `d${place}`, box: { x: place * 50, y: 0, width: 42, height: 48 }, ...facts }),
  );
}
