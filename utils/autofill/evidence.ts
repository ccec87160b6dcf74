import { type FieldFacts, takesText } from './field';
import type { Boxes } from './runs';
import * as say from './vocabulary';
import { words } from './words';

/** What speaks for a box that wants a code. Weighed by what was learned of each; see `weights.ts`. */
export type Evidence =
  /** The page marks the box as one for a one-time code. */
  | 'hint'
  /** The box says so, in words a person reads; or by its name alone. */
  | 'one-time'
  | 'asks-for-proof'
  | 'named-proof'
  | 'says-code'
  /** A box for each digit. */
  | 'box-a-digit'
  /** The words round it speak of an authenticator, a second factor, a one-time code, a code that proves something. */
  | 'authenticator'
  | 'second-factor'
  | 'one-time-near'
  | 'proof-near'
  /** Six to eight places, by length, pattern or example. */
  | 'places'
  /** For digits only. */
  | 'numeric'
  /** The only box there is; and one of digits of which nothing at all is said. */
  | 'alone'
  | 'silent'
  /** These speak against it. */
  | 'beside-a-password'
  | 'among-many';

/** All that is known of one candidate, in words; each text as `words` gives it. */
export interface Scene {
  readonly field: FieldFacts;
  /** How many boxes the code is spread over. */
  readonly boxes: number;
  /** What names the box for its program; what a person reads on it; both. */
  readonly named: string;
  readonly said: string;
  readonly own: string;
  readonly sentences: readonly string[];
  readonly actions: readonly string[];
  /** The other boxes of its group. */
  readonly others: readonly FieldFacts[];
}

const MANY = 4;

export function sceneOf(boxes: Boxes, fields: readonly FieldFacts[]): Scene {
  const field = fields[boxes[0]!]!;
  const named = words(`${field.name} ${field.id} ${field.autocomplete}`);
  const said = words([field.label, field.ariaLabel, field.placeholder, field.title].join(' '));
  return {
    field,
    boxes: boxes.length,
    named,
    said,
    own: named + said,
    sentences: sentencesOf(field.near),
    actions: sentencesOf(field.actions),
    others: fields.filter((other, index) => other.group === field.group && !boxes.includes(index)),
  };
}

/** Those that speak of another way in are left out: they say what is not asked here. */
function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[.!?;])\s|(?<=[。！？])/))
    .map(words)
    .filter((sentence) => !say.ALTERNATIVE(sentence));
}

export function evidenceOf({ field, boxes, named, said, own, sentences, others }: Scene): Evidence[] {
  const near = (meaning: (text: string) => boolean) => sentences.some(meaning);
  const open = others.filter(takesText);
  const numeric =
    /^(?:tel|number)$/.test(field.type) ||
    /^(?:numeric|decimal|tel)$/.test(field.inputmode) ||
    /^[\^(]*(?:\[0-9[ -]?\]|\\d)/.test(field.pattern);
  const alone = !open.some((box) => box.type !== 'hidden');
  const silent = alone && numeric && said.trim() === '' && !/\S/.test(sentences.join(''));
  const held: Record<Evidence, boolean> = {
    hint: field.autocomplete.includes('one-time-code'),
    'one-time': say.ONE_TIME(own) || say.SECOND_FACTOR(own),
    'asks-for-proof': say.PROOF(said),
    'named-proof': say.PROOF(named) && !say.PROOF(said),
    'says-code': say.CODE(own) && !say.PROOF(own),
    'box-a-digit': boxes >= 4,
    authenticator: speaksOfApp([own, ...sentences]) || near(say.APP_BRAND) || say.APP_BRAND(own),
    'second-factor': near(say.SECOND_FACTOR),
    'one-time-near': near(say.ONE_TIME),
    'proof-near': near(say.PROOF),
    places: boxes === 1 && isShaped(field),
    numeric: boxes === 1 && numeric,
    alone,
    silent,
    'beside-a-password': open.some((box) => box.type === 'password'),
    'among-many': open.length >= MANY,
  };
  return (Object.keys(held) as Evidence[]).filter((reason) => held[reason]);
}

/** An authenticator by its name, or a code and an application in one sentence that says nothing of sending. */
export function speaksOfApp(texts: readonly string[]): boolean {
  return texts.some(
    (text) =>
      say.APP(text) || (say.APPLICATION(text) && (say.CODE(text) || say.ONE_TIME(text)) && !say.SENT(text)),
  );
}

/** Six to eight places for digits, by length, pattern or example. */
function isShaped({ maxlength, pattern, placeholder }: FieldFacts): boolean {
  const places = maxlength !== null && maxlength >= 6 && maxlength <= 8;
  return (
    places ||
    /\{6(?:,\d)?\}/.test(pattern) ||
    /^(?:0{3}[ -]?0{3}|123[ -]?456|(\W)(?: ?\1){5})$/.test(placeholder.trim())
  );
}
