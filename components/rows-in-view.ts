/** A list in a box that scrolls, in pixels. */
export interface Sight {
  /** How much of the list is above the top of the box; negative where the list begins below it. */
  readonly above: number;
  /** Of the box. */
  readonly height: number;
  /** Of one row; all are as high. */
  readonly row: number;
}

/** Places in the list, `end` not included. */
export interface Rows {
  readonly from: number;
  readonly end: number;
}

/** So many more on either side: a wheel may turn faster than rows are drawn. */
const MORE = 8;
/** A list that is not longer is drawn whole. */
const SHORT = 24;
/** Drawn at first, before anything is measured: as many as the popup has room for, and no more for anybody to wait for. */
export const FIRST_ROWS: Rows = { from: 0, end: 8 };

/** Which of `count` rows are to be drawn. */
export function rowsInView({ above, height, row }: Sight, count: number): Rows {
  if (count <= SHORT) return { from: 0, end: count };
  const within = (place: number) => Math.min(count, Math.max(0, place));
  const from = within(Math.floor(above / row) - MORE);
  return { from, end: Math.max(from, within(Math.ceil((above + height) / row) + MORE)) };
}

/** How many pixels further to scroll, negative for back, so that this row is in view; 0 where it is. */
export function scrollToRow(place: number, { above, height, row }: Sight): number {
  const top = place * row - above;
  if (top < 0) return top;
  return Math.max(0, top + row - height);
}
