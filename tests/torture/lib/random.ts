import { createHash } from 'node:crypto';

export type Random = ReturnType<typeof createRandom>;

/** Chance that can be had again: the same seed gives the same choices, whatever the machine. */
export function createRandom(seed: string) {
  let drawn = 0;

  const draw = () => createHash('sha256').update(`${seed}\n${drawn++}`).digest();
  /** At least 0, less than 1. */
  const real = () => draw().readUInt32BE() / 2 ** 32;
  /** A whole number, at least `least` and at most `most`. */
  const int = (least: number, most: number) => least + Math.floor(real() * (most - least + 1));

  return {
    real,
    int,
    chance: (share: number) => real() < share,
    pick: <T>(choices: readonly T[]): T => choices[int(0, choices.length - 1)] as T,
    /** At most 32. */
    bytes: (length: number) => draw().subarray(0, length),
    /** Chance of its own, so that what is drawn here changes nothing there. */
    fork: (name: string) => createRandom(`${seed}/${name}`),
  };
}
