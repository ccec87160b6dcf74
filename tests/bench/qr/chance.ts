/** Chance from a seed: the same seed gives the same pages. */
export interface Chance {
  /** From 0 to 1, without 1. */
  next(): number;
  /** A whole number, both ends included. */
  within(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
  /** So many of the characters of an alphabet. */
  text(length: number, alphabet: string): string;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const within = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(choices: readonly T[]) => choices[within(0, choices.length - 1)]!;
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[within(0, alphabet.length - 1)]).join('');
  return { next, within, pick, text };
}
