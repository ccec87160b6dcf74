import { findPrompt } from '../../../utils/autofill/prompt';
import { factsOf } from '../../autofill/table';
import { type Judgement, judge } from './judge';
import { type Form, wantedBoxes } from './table';

const CODE = '135792';

/** What the core says of a row, and what a page would come to if that were done. */
export interface PlainAnswer {
  readonly verdict: 'totp' | 'other' | 'ask' | 'none';
  /** Which other code; empty for the other verdicts. */
  readonly other: string;
  /** The boxes to fill are exactly those that are to hold the code; for a look-alike: there are none. */
  readonly right: boolean;
  readonly judgement: Judgement;
  readonly why: string;
}

/** Loaded through Vite: the core's imports name no extension, which plain Node does not resolve. */
export function answerPlainly(form: Form): PlainAnswer {
  const verdict = findPrompt(factsOf(form));
  const boxes = verdict.kind === 'totp' ? verdict.boxes : [];
  const whole = boxes.length === 1;
  // A row of another length takes none of this code, and a short box neither.
  const maxlength = form.fields[boxes[0] ?? 0]?.maxlength ?? CODE.length;
  const fits = whole ? maxlength >= CODE.length : boxes.length === CODE.length;
  const values = fits ? boxes.map((index, place) => [index, whole ? CODE : CODE[place]!] as const) : [];
  return {
    verdict: verdict.kind,
    other: verdict.kind === 'other' ? verdict.other : '',
    right: String(boxes) === String(wantedBoxes(form)),
    judgement: judge(form, Object.fromEntries(values), (text) => text === CODE),
    why: verdict.why.join(', '),
  };
}
