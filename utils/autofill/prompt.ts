import { type FieldFacts, takesText } from './field';
import { type Boxes, boxesOf } from './runs';
import * as say from './words';
import { says, words } from './words';

/** A code that no authenticator makes, or not surely so. */
export type OtherCode = 'sms' | 'email' | 'push' | 'recovery' | 'security-key' | 'device' | 'pin';

export type Verdict =
  /** Exactly these boxes take the code, in this order. `digits`: how many, where the page tells. */
  | {
      readonly kind: 'totp';
      readonly boxes: Boxes;
      readonly digits: number | null;
      readonly why: readonly string[];
    }
  /** A code is wanted here, and it is not ours to give. */
  | {
      readonly kind: 'other';
      readonly other: OtherCode;
      readonly boxes: Boxes;
      readonly why: readonly string[];
    }
  /** The words disagree on whether the code is an authenticator's: a person has to say. */
  | {
      readonly kind: 'ask';
      readonly boxes: Boxes;
      readonly digits: number | null;
      readonly why: readonly string[];
    }
  | { readonly kind: 'none'; readonly why: readonly string[] };

/** What a prompt on a page asks for, as told to the rest of the extension. */
export type PromptKind = 'totp' | 'ask' | OtherCode;

/** One verdict on some boxes of the page, and how sure it is. */
type Reading = Verdict & { readonly score: number };

/** What it takes to call a box a prompt. */
const ENOUGH = 2.5;

/**
 * Is there a prompt for an authenticator's code among these fields? One verdict for the page; where two boxes
 * claim it equally there is none. To fill too little is a nuisance, to fill the wrong box is a leak.
 * @param fields in the order of the page
 */
export function findPrompt(fields: readonly FieldFacts[]): Verdict {
  const readings = boxesOf(fields)
    .map((boxes) => read(boxes, fields))
    .sort((a, b) => b.score - a.score);
  const [first, second] = readings.filter(({ kind }) => kind === 'totp');
  if (first && second && first.score === second.score) return { kind: 'none', why: ['two boxes alike'] };
  return (
    first ??
    readings.find(({ kind }) => kind === 'ask') ??
    readings.find(({ kind }) => kind === 'other') ??
    readings[0] ?? { kind: 'none', why: ['no box'] }
  );
}

function read(boxes: Boxes, fields: readonly FieldFacts[]): Reading {
  const field = fields[boxes[0]!]!;
  const others = fields.filter((other, index) => other.group === field.group && !boxes.includes(index));
  const named = words(`${field.name} ${field.id}`);
  const said = words(
    [field.label, field.ariaLabel, field.placeholder, field.title, field.autocomplete].join(' '),
  );
  const own = named + said;
  const sentences = field.near
    .flatMap((text) => text.split(/(?<=[.!?;])\s/))
    .map(words)
    .filter((sentence) => !says(say.ALTERNATIVE, sentence));
  const near = sentences.join('');
  const row = boxes.length > 1;

  const none = (reason: string): Reading => ({ kind: 'none', why: [reason], score: 0 });
  const other = (kind: OtherCode): Reading => ({ kind: 'other', other: kind, boxes, why: [kind], score: 0 });

  // What the box says of itself is final.
  if (!row && field.maxlength !== null && field.maxlength < 6) return none('too short');
  for (const [reason, meaning] of Object.entries(say.NEVER)) if (says(meaning, own)) return none(reason);
  if (says(say.PASSWORD, own)) return none('password');
  if (says(say.RECOVERY, own)) return other('recovery');
  if (says(say.SECURITY_KEY, own) || (field.type === 'password' && field.inputmode === 'verbatim'))
    return other('security-key');
  if (says(say.DEVICE_CODE, own)) return other('device');

  const hinted = field.autocomplete.includes('one-time-code');
  const oneTime = hinted || says(say.ONE_TIME, own) || says(say.SECOND_FACTOR, own);
  const app = says(say.APP, own) || says(say.APP, near);
  const subject = says(say.SECOND_FACTOR, near) || says(say.SECOND_FACTOR, own);
  const shaped = !row && isShaped(field);
  const code = oneTime || row || says(say.PROOF, own) || says(say.CODE, own) || (shaped && (app || subject));
  if (!code) return none('no word for it');
  if (field.type === 'password' && !oneTime && !app) return none('password');

  // A code that travels. The name of a box tells, the words round it tell, and so does a button that sends another.
  const travels =
    says(say.SENT_NAME, named) ||
    says(say.SENT, own) ||
    says(say.SENT, near) ||
    says(say.SENT, field.actions.map(words).join(''));
  const asksPhone = others.some((box) => takesText(box) && says(say.PHONE, wordsOf(box)));
  if (travels && app) return { kind: 'ask', boxes, digits: null, why: ['sent', 'authenticator'], score: 0 };
  if (travels) return other(says(say.MAIL, own + near) ? 'email' : 'sms');
  if (asksPhone && !app) return other('sms');
  if (!app && says(say.SECURITY_KEY, near)) return other('security-key');
  if (!app && says(say.DEVICE_CODE, near)) return other('device');
  // Which of the two is spoken of first, is asked for here; the other is the way out.
  const topic = sentences.find((sentence) => says(say.APP, sentence) || says(say.RECOVERY, sentence)) ?? '';
  if (!says(say.APP, topic) && says(say.RECOVERY, topic)) return other('recovery');

  // The company it keeps.
  if (others.some((box) => takesText(box) && says(say.CARD, wordsOf(box)))) return none('card');
  if (!app && !subject) {
    const passwords = others.filter((box) => box.fillable && box.type === 'password');
    const renewed = passwords.length > 1 || passwords.some((box) => says(say.NEW, wordsOf(box)));
    if (renewed || (passwords.length > 0 && !oneTime)) return none('password');
    if (passwords.length === 0 && others.some(({ type, fillable }) => fillable && type === 'email'))
      return other('email');
    if (!oneTime && near.includes(' captcha ')) return none('captcha');
    if (!oneTime && says(say.NEVER.patient, near)) return none('patient');
  }
  if (row && boxes.length !== 6 && boxes.length !== 8) return other('pin');

  const evidence: readonly (readonly [why: string, weight: number, holds: boolean])[] = [
    ['one-time code', 3, oneTime],
    ['a box a digit', 2.5, row],
    ['asks for a code', says(say.PROOF, said) ? 2.5 : 2, !oneTime && says(say.PROOF, own)],
    ['a code', 1, code && !oneTime && !row && !says(say.PROOF, own)],
    ['authenticator', 2, app],
    ['second factor', 1.5, subject],
    ['six places', 1, shaped],
    ['hint of the page', 1, hinted],
  ];
  const held = evidence.filter(([, , holds]) => holds);
  const score = held.reduce((sum, [, weight]) => sum + weight, 0);
  const why = held.map(([reason]) => reason);
  if (score < ENOUGH) return { kind: 'none', why: ['too little', ...why], score: 0 };
  return { kind: 'totp', boxes, digits: row ? boxes.length : digitsOf(own + near), why, score };
}

/** All that a box says of itself. */
function wordsOf({ name, id, label, placeholder, autocomplete }: FieldFacts): string {
  return words([name, id, label, placeholder, autocomplete].join(' '));
}

/** Six to eight places for digits, by length, pattern or example. */
function isShaped({ maxlength, pattern, placeholder }: FieldFacts): boolean {
  const places = maxlength !== null && maxlength >= 6 && maxlength <= 8;
  return (
    places || /\{6(?:,\d)?\}/.test(pattern) || /^(?:0{6}|123 ?456|(\W)(?: ?\1){5})$/.test(placeholder.trim())
  );
}

function digitsOf(text: string): number | null {
  const told = / ([678]) (?:digit|stellig|chiffre|cif|cij)\w* /.exec(text)?.[1];
  return told ? Number(told) : null;
}
