import { locale } from './language';

/** A day near today: the year is said only where it is another one. */
export function formatNearDay(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', ...year }).format(at);
}

/** A day as the language shown writes it. */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(at);
}

/** Whole days, in words: today, yesterday, 12 days ago. */
export function formatDaysAgo(at: number, now: number): string {
  const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  // Rounded, because a day on which the clocks change has 23 hours or 25.
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day');
}

/** A day and the time on it. */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
