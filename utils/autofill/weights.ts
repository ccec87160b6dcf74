import type { Evidence } from './evidence';

/** Points for each piece of evidence; a box with none of it starts at `base`, and needs more than 0. */
export interface Weights {
  readonly base: number;
  readonly points: Readonly<Record<Evidence, number>>;
}

/** Learned from a table of real forms by `npm run lab -- learn`, which writes this file. */
export const LEARNED: Weights = {
  base: -3.25,
  points: {
    hint: 3,
    'one-time': 3.5,
    'asks-for-proof': 3.25,
    'named-proof': 1,
    'says-code': 1.5,
    'box-a-digit': 4.25,
    authenticator: 2.25,
    'second-factor': 1.75,
    'one-time-near': 1.25,
    'proof-near': 0.75,
    places: 1.25,
    numeric: 0.75,
    alone: 1.5,
    silent: 3.25,
    'beside-a-password': -0.75,
    'among-many': -2,
  },
};
