import type { Evidence } from './evidence';
import { type FieldFacts, takesText } from './field';
import { read } from './reading';
import { type Boxes, boxesOf } from './runs';
import { LEARNED, type Weights } from './weights';

/** A code that no authenticator makes, or not surely so. */
export type OtherCode = 'sms' | 'email' | 'push' | 'recovery' | 'security-key' | 'device' | 'pin';

/** What a prompt on a page asks for, as told to the rest of the extension. */
export type PromptKind = 'totp' | 'ask' | OtherCode;

/** Why a verdict is what it is, for a person who asks. What speaks for a code is in `Evidence`. */
export type Reason =
  | Evidence
  /** The code travels: the box says so, the words round it, a button that sends another, a phone number asked for. */
  | 'own-words-sent'
  | 'sent-near'
  | 'sends-again'
  | 'asks-for-phone'
  /** It is spoken, and no text is spoken of. */
  | 'called'
  /** A key to scan stands beside it: the code is the first one of a key that is only being set up. */
  | 'set-up'
  | 'own-words'
  | 'near-words'
  /** No prompt, because it is something else. */
  | 'card'
  | 'promotion'
  | 'place'
  | 'captcha'
  | 'patient'
  | 'number'
  | 'settings'
  | 'password'
  | 'phone'
  | 'too-short'
  | 'other-length'
  | 'no-word'
  | 'too-little'
  | 'two-alike'
  | 'no-box';

export type Verdict =
  /** Exactly these boxes take the code, in this order. `digits`: how many, where the page tells. */
  | {
      readonly kind: 'totp';
      readonly boxes: Boxes;
      readonly digits: number | null;
      readonly why: readonly Reason[];
    }
  /** A code is wanted here, and it is not ours to give. */
  | {
      readonly kind: 'other';
      readonly other: OtherCode;
      readonly boxes: Boxes;
      readonly why: readonly Reason[];
    }
  /** The words disagree, or are too few, on whether the code is an authenticator's: a person has to say. */
  | {
      readonly kind: 'ask';
      readonly boxes: Boxes;
      readonly digits: number | null;
      readonly why: readonly Reason[];
    }
  | { readonly kind: 'none'; readonly why: readonly Reason[] };

/** One verdict on some boxes of the page, and how sure it is. */
export type Reading = Verdict & { readonly score: number };

/**
 * Is there a prompt for an authenticator's code among these fields? One verdict for the page; where two boxes
 * claim it equally there is none. To fill too little is a nuisance, to fill the wrong box is a leak.
 * @param fields in the order of the page
 */
export function findPrompt(fields: readonly FieldFacts[], weights: Weights = LEARNED): Reading {
  const readings = boxesOf(fields)
    .map((boxes) => read(boxes, fields, weights))
    .sort((a, b) => b.score - a.score);
  const [first, second] = readings.filter(({ kind }) => kind === 'totp');
  if (first && second && first.score === second.score) return { kind: 'none', why: ['two-alike'], score: 0 };
  return (
    first ??
    readings.find(({ kind }) => kind === 'ask') ??
    readings.find(({ kind }) => kind === 'other') ??
    sentElsewhere(fields) ??
    readings[0] ?? { kind: 'none', why: ['no-box'], score: 0 }
  );
}

/** A box a person sees and cannot type in yet may still tell that its code will be sent. */
function sentElsewhere(fields: readonly FieldFacts[]): Reading | undefined {
  return fields
    .flatMap((field, index) => (field.shown && !takesText(field) ? [read([index], fields)] : []))
    .find(({ kind }) => kind === 'other');
}
