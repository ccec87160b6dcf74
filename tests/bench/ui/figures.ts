import type { Row } from '../main.ts';

/** To a tenth of a millisecond. */
export const round = (figure: number) => Math.round(figure * 10) / 10;

/** By rank. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

export const median = (figures: readonly number[]) => quantile(figures, 0.5);

/** Median, 95th percentile and how many there were. */
export function spread(name: string, figures: readonly number[]): Row {
  return { [`${name}, median ms`]: median(figures), [`${name}, p95 ms`]: quantile(figures, 0.95) };
}
