import { writeFileSync } from 'node:fs';
import { type Evidence, evidenceOf, sceneOf } from '../../utils/autofill/evidence';
import { findPrompt } from '../../utils/autofill/prompt';
import { read } from '../../utils/autofill/reading';
import { boxesOf } from '../../utils/autofill/runs';
import { LEARNED, type Weights } from '../../utils/autofill/weights';
import { type Form, factsOf, readForms } from '../autofill/table';
import { type Judged, judge, tallyOf } from '../autofill/tally';

/** One candidate that nothing but the scale decides on. */
interface Weighing {
  readonly evidence: readonly Evidence[];
  readonly wanted: boolean;
}

/** May only speak against. */
const AGAINST: readonly Evidence[] = ['beside-a-password', 'among-many'];
/** What one would guess. Whatever the table hardly shows stays near it. */
const GUESS: Weights = {
  base: -4,
  points: {
    hint: 3,
    'one-time': 3,
    'asks-for-proof': 3,
    'named-proof': 1.5,
    'says-code': 1.5,
    'box-a-digit': 4,
    authenticator: 2,
    'second-factor': 1.5,
    'one-time-near': 1,
    'proof-near': 0.5,
    places: 1,
    numeric: 0.5,
    alone: 1,
    silent: 3,
    'beside-a-password': -1,
    'among-many': -2,
  },
};
const NAMES = Object.keys(GUESS.points) as Evidence[];
const ROUNDS = 4000;
const PULL = 0.02;
/** A wrong fill costs as much as so many missed ones. */
const COST_OF_A_LEAK = 3;
const UNDECIDED: Weights = { ...LEARNED, base: -1e9 };

/**
 * `learn TABLE.json [--write]`: the weights from a table of forms, by logistic regression with a pull towards a
 * guess; and how they would do on products they have not seen, each left out once.
 */
export function run([file, option]: readonly string[]): void {
  if (!file) throw new Error('learn TABLE.json: the file is missing');
  const forms = readForms(file);
  const weights = learn(forms);
  report(
    'Learned from all of them',
    forms.map((form) => judge(form, findPrompt(factsOf(form), weights))),
  );
  report('Each product judged by what was learned of the others', crossValidate(forms));
  console.table({ base: { now: LEARNED.base, learned: weights.base }, ...table(weights) });
  if (option === '--write') writeWeights(weights);
}

function crossValidate(forms: readonly Form[]): Judged[] {
  const products = [...new Set(forms.map(({ product }) => product))];
  return products.flatMap((product) => {
    const weights = learn(forms.filter((form) => form.product !== product));
    const held = forms.filter((form) => form.product === product);
    return held.map((form) => judge(form, findPrompt(factsOf(form), weights)));
  });
}

function learn(forms: readonly Form[]): Weights {
  const weighings = forms.flatMap(weighingsOf);
  const points: Record<Evidence, number> = { ...GUESS.points };
  let { base } = GUESS;
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.5 / (1 + round / 500);
    const slope = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<Evidence, number>;
    let slopeOfBase = 0;
    for (const { evidence, wanted } of weighings) {
      const score = evidence.reduce((sum, name) => sum + points[name], base);
      const error = (Number(wanted) - 1 / (1 + Math.exp(-score))) * (wanted ? 1 : COST_OF_A_LEAK);
      slopeOfBase += error;
      for (const name of evidence) slope[name] += error;
    }
    base += rate * (slopeOfBase / weighings.length - PULL * (base - GUESS.base));
    for (const name of NAMES) {
      const next =
        points[name] + rate * (slope[name] / weighings.length - PULL * (points[name] - GUESS.points[name]));
      points[name] = AGAINST.includes(name) ? Math.min(0, next) : Math.max(0, next);
    }
  }
  const round = (number: number) => Math.round(number * 4) / 4;
  return {
    base: round(base),
    points: Object.fromEntries(NAMES.map((name) => [name, round(points[name])])) as Weights['points'],
  };
}

/** The candidates that words alone neither accept nor refuse. */
function weighingsOf(form: Form): Weighing[] {
  const fields = factsOf(form);
  return boxesOf(fields).flatMap((boxes) => {
    const reading = read(boxes, fields, UNDECIDED);
    if (reading.kind !== 'none' || reading.why[0] !== 'too-little') return [];
    const wanted = (form.expected?.fields ?? []).includes(boxes[0]!);
    return [{ evidence: evidenceOf(sceneOf(boxes, fields)), wanted }];
  });
}

function table({ points }: Weights) {
  return Object.fromEntries(
    NAMES.map((name) => [name, { now: LEARNED.points[name], learned: points[name] }]),
  );
}

function report(title: string, judged: readonly Judged[]): void {
  console.log(`\n${title}`);
  console.table(tallyOf(judged));
  for (const { miss } of judged) if (miss) console.log(`  ${miss}`);
}

function writeWeights({ base, points }: Weights): void {
  const lines = NAMES.map((name) => `    ${/-/.test(name) ? `'${name}'` : name}: ${points[name]},`);
  const source = `import type { Evidence } from './evidence';

/** Points for each piece of evidence; a box with none of it starts at \`base\`, and needs more than 0. */
export interface Weights {
  readonly base: number;
  readonly points: Readonly<Record<Evidence, number>>;
}

/** Learned from a table of real forms by \`npm run lab -- learn\`, which writes this file. */
export const LEARNED: Weights = {
  base: ${base},
  points: {
${lines.join('\n')}
  },
};
`;
  writeFileSync('utils/autofill/weights.ts', source);
}
