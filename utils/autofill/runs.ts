import { type FieldFacts, takesText } from './field';

/** Boxes of one code, in the order its digits go in: one index, or several for a code with a box a digit, or two for its halves. */
export type Boxes = readonly number[];

/** Wider than this, a box is no box for one digit. */
const WIDEST_DIGIT = 110;
const SAME_SIZE = 3;

/** Cuts a page's fields into lone boxes and rows of like ones. @param fields in the order of the page */
export function boxesOf(fields: readonly FieldFacts[]): Boxes[] {
  const found: Boxes[] = [];
  let row: number[] = [];
  const close = () => {
    if (isRow(row.map((index) => fields[index]!))) found.push(row);
    else for (const index of row) found.push([index]);
    row = [];
  };
  fields.forEach((field, index) => {
    if (!takesText(field)) return;
    const previous = fields[row.at(-1) ?? -1];
    if (previous && !alike(previous, field, row.length === 1)) close();
    row.push(index);
  });
  close();
  return found;
}

function alike(a: FieldFacts, b: FieldFacts, isFirst: boolean): boolean {
  if (a.group !== b.group || a.type !== b.type || stem(a) !== stem(b)) return false;
  // Libraries give the first box alone the room for a whole code, so that it can be pasted.
  if (a.maxlength !== b.maxlength && b.maxlength !== 1 && !(isFirst && b.maxlength === null)) return false;
  if (!a.box || !b.box) return true;
  const sameSize =
    Math.abs(a.box.width - b.box.width) <= SAME_SIZE && Math.abs(a.box.height - b.box.height) <= SAME_SIZE;
  return sameSize && Math.abs(a.box.y - b.box.y) <= SAME_SIZE && b.box.x >= a.box.x + a.box.width - SAME_SIZE;
}

/** `otp-1` and `otp-2` are one name, and so are `otp` and `otp-2`. */
function stem({ name, id }: FieldFacts): string {
  return (name || id).replace(/:[^:]*:|(?:[-_]*\d+)+[-_]*/g, '');
}

/**
 * Four like boxes or more, each made for one digit: by its length, or by its shape where it was measured. Or two which
 * take three or four digits each.
 */
function isRow(row: readonly FieldFacts[]): boolean {
  const last = row.at(-1)!;
  if (row.length === 2) return last.maxlength === 3 || last.maxlength === 4;
  if (row.length < 4) return false;
  if (last.maxlength === 1) return true;
  if (last.maxlength !== null) return false;
  return row.every(({ box }) => box === null || box.width <= WIDEST_DIGIT) && row.length <= 10;
}
