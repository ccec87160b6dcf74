/** A day as the person's own language writes it. */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(at);
}
