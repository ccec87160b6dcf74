import { type Form, wantedBoxes } from './table.ts';

/** What was in the boxes afterwards, by index; an empty box has none. */
export type Values = Readonly<Record<number, string>>;

export type Judgement =
  /** A code of ours is wanted: exactly in its boxes; in its boxes but not whole; elsewhere; both; nowhere. */
  | 'correct'
  | 'partial'
  | 'wrong'
  | 'right+other'
  | 'nothing'
  /** None is wanted: none was given, or one was. */
  | 'quiet'
  | 'filled';

/** @param isCode whether this is a code that was ours to give at the time */
export function judge(form: Form, values: Values, isCode: (text: string) => boolean): Judgement {
  const filled = Object.keys(values)
    .map(Number)
    .filter((index) => values[index] !== '');
  if (!form.expected.fill_totp) return filled.length > 0 ? 'filled' : 'quiet';
  if (filled.length === 0) return 'nothing';
  const wanted = wantedBoxes(form);
  // A hidden box that gathers the digits is filled by the page itself.
  if (filled.some((index) => !form.expected.fields.includes(index)))
    return filled.some((index) => wanted.includes(index)) ? 'right+other' : 'wrong';
  return isCode(wanted.map((index) => values[index] ?? '').join('')) ? 'correct' : 'partial';
}
