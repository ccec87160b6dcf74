import { type Evidence, evidenceOf, type Scene, sceneOf, speaksOfApp } from './evidence';
import { type FieldFacts, takesText } from './field';
import type { OtherCode, Reading, Reason } from './prompt';
import type { Boxes } from './runs';
import * as say from './vocabulary';
import { LEARNED, type Weights } from './weights';
import { words } from './words';

/** Without one of these a code of some kind is wanted, and nothing says that it is a second factor's. */
const TELLING: readonly Evidence[] = [
  'hint',
  'one-time',
  'asks-for-proof',
  'named-proof',
  'box-a-digit',
  'authenticator',
  'second-factor',
  'one-time-near',
  'places',
  'silent',
];
/** Below this and above nothing a lone box that is called a code is one to ask about. */
const WORTH_ASKING = -3;

/**
 * What one box, or one row of boxes, asks for. First what it says of itself, which is final; then whether its code
 * travels; then the company it keeps; and last whether enough speaks for it.
 */
export function read(boxes: Boxes, fields: readonly FieldFacts[], weights: Weights = LEARNED): Reading {
  const scene = sceneOf(boxes, fields);
  const evidence = evidenceOf(scene);
  const score = scoreOf(evidence, weights);
  const none = (...why: Reason[]): Reading => ({ kind: 'none', why, score });
  const other = (kind: OtherCode, ...why: Reason[]): Reading => ({
    kind: 'other',
    other: kind,
    boxes,
    why,
    score,
  });
  const ask = (...why: Reason[]): Reading => ({ kind: 'ask', boxes, digits: null, why, score });

  const { field, own } = scene;
  for (const [reason, meaning] of Object.entries(say.NEVER))
    if (reason !== 'patient' && meaning(own)) return none(reason as Reason);
  const sent = travels(scene);
  if (say.SENT_NAME(scene.named) && sent.kind && isCode(scene, evidence))
    return other(sent.kind, ...sent.why);
  if (say.NEVER.patient(own)) return none('patient');
  if (say.PASSWORD(own)) return none('password');
  if (say.RECOVERY(own))
    return say.MAIL(own) || say.PHONE(own) ? none('phone') : other('recovery', 'own-words');
  if (say.SECURITY_KEY(own) || (field.type === 'password' && field.inputmode === 'verbatim'))
    return other('security-key', 'own-words');
  if (say.DEVICE_CODE(own)) return other('device', 'own-words');
  if (say.PHONE(scene.said) && say.SENT(own)) return none('phone');
  if (!isCode(scene, evidence)) return none('no-word');

  const app = evidence.includes('authenticator');
  const near = (meaning: say.Meaning) => scene.sentences.some(meaning);
  const setsUp = near(say.SCAN);
  // A set-up page that wants a phone number for its resets does not send the code there.
  if (sent.kind && !sent.surely && !setsUp) return ask(...sent.why, 'authenticator');
  if (sent.kind && sent.surely) return other(sent.kind, ...sent.why);
  if (!app && near(say.SECURITY_KEY)) return other('security-key', 'near-words');
  if (!app && near(say.DEVICE_CODE)) return other('device', 'near-words');
  if (!app && near(say.PUSH)) return other('push', 'near-words');
  if (asksForRecovery(scene)) return other('recovery', 'near-words');

  const unfit = company(scene, evidence);
  if (unfit === 'email') return other('email', 'near-words');
  if (unfit) return none(unfit);
  const digits = boxes.length === 2 ? 2 * field.maxlength! : boxes.length;
  if (boxes.length === 1 && field.maxlength !== null && field.maxlength < 6) return none('too-short');
  if (boxes.length > 1 && ![6, 7, 8].includes(digits)) return other('pin', 'other-length');

  const named = evidence.includes('hint') || say.ONE_TIME(scene.named) || say.SECOND_FACTOR(scene.named);
  if (field.type === 'password' && !named && !app)
    return say.ONE_TIME(scene.said) ? ask('password', 'one-time') : none('password');
  if (score > 0 && evidence.some((reason) => TELLING.includes(reason))) {
    const why = setsUp ? (['set-up', ...evidence] as const) : evidence;
    return { kind: 'totp', boxes, digits: boxes.length > 1 ? digits : digitsOf(scene), why, score };
  }
  if (score >= WORTH_ASKING && evidence.includes('alone') && say.CODE(scene.said)) return ask(...evidence);
  return none('too-little', ...evidence);
}

/** Points: more than 0 is enough. */
function scoreOf(evidence: readonly Evidence[], { base, points }: Weights): number {
  return evidence.reduce((sum, reason) => sum + points[reason], base);
}

/** A code of some kind belongs here: the box says so, or says nothing and everything round it does. */
function isCode({ named, said }: Scene, evidence: readonly Evidence[]): boolean {
  const has = (...reasons: Evidence[]) => reasons.some((reason) => evidence.includes(reason));
  if (has('hint', 'one-time', 'box-a-digit', 'asks-for-proof', 'named-proof', 'says-code')) return true;
  if (/\p{L}/u.test(said) || say.PHONE(named) || say.MAIL(named) || say.MEASURE(named)) return false;
  if (has('silent') || (has('alone') && has('proof-near'))) return true;
  return has('places', 'numeric') && has('authenticator', 'second-factor', 'one-time-near');
}

interface Travel {
  /** By which way; null where nothing says that it does. */
  readonly kind: 'sms' | 'email' | null;
  /** No app is spoken of as well. */
  readonly surely: boolean;
  readonly why: readonly Reason[];
}

/** Does the code come by text, mail or call? The box tells, the words round it, a button that sends another. */
function travels({ named, said, own, sentences, actions, others }: Scene): Travel {
  const none = { kind: null, surely: false, why: [] };
  const way = (text: string) => (say.MAIL(text) && !say.SMS(text) && !say.PHONE(text) ? 'email' : 'sms');
  if (say.SENT_NAME(named) || say.SENT(said) || say.SMS(said))
    return { kind: way(own), surely: !say.APP(own), why: ['own-words-sent'] };
  if (say.APP(own)) return none;
  const app = speaksOfApp([own, ...sentences]);
  const isSent = (text: string) => say.SENT(text) || say.SMS(text) || (!app && say.NOT_RECEIVED(text));
  const near = isToldElsewhere(others) ? [] : sentences.filter(isSent);
  const isCalled = near.some(say.CALL) && !near.some(say.TEXT);
  if (near.length > 0)
    return {
      kind: way(near.join('')),
      surely: !app,
      why: isCalled ? ['called', 'sent-near'] : ['sent-near'],
    };
  const again = (text: string) => say.AGAIN(text) && (say.CODE(text) || say.SENDING(text) || say.SMS(text));
  if (actions.some(again) || (!app && actions.some(say.RESEND)))
    return { kind: way(sentences.join('') + actions.join('')), surely: !app, why: ['sends-again'] };
  const phone = others.some((box) => takesText(box) && say.PHONE(wordsOf(box)));
  return phone && !app ? { kind: 'sms', surely: true, why: ['asks-for-phone'] } : none;
}

/** Another box says that its code is sent: the words that speak of sending are its own. */
function isToldElsewhere(others: readonly FieldFacts[]): boolean {
  return others.some((box) => {
    const text = wordsOf(box);
    const isOfCode = say.CODE(text) || say.ONE_TIME(text) || say.PROOF(text);
    return takesText(box) && isOfCode && say.SENT_NAME(text) && !say.NEVER.place(text);
  });
}

/** So begins a way out that is offered beside something else. */
const OFFER =
  /^ (?:use|or|try|utilis\w+|usar?|verwende\w*|gebruik\w*|brug|bruk|anvand|kayta|użyj|pouzi\w+|kullan|использ\S*|使 用) /u;

/** A recovery code is the subject, and not the way out of something else. */
function asksForRecovery({ own, named, sentences }: Scene): boolean {
  if (say.ONE_TIME(own) || say.SECOND_FACTOR(own) || say.APP(own) || named.includes(' one time code '))
    return false;
  const isSubject = sentences.some((text) => say.APP(text) || say.SECOND_FACTOR(text));
  const first = sentences.findIndex(
    (text) => say.RECOVERY(text) && !say.APP(text) && !(isSubject && OFFER.test(text)),
  );
  if (first < 0) return false;
  const before = sentences.slice(0, first);
  if (before.some(say.APP)) return false;
  return say.ENTER(sentences[first]!) || !before.some(say.SECOND_FACTOR);
}

/** What the other boxes and the words round them make of it; null where nothing speaks against. */
function company({ others, sentences, own }: Scene, evidence: readonly Evidence[]): Reason | 'email' | null {
  if (others.some((box) => takesText(box) && say.CARD(wordsOf(box)))) return 'card';
  if (evidence.includes('authenticator') || evidence.includes('second-factor')) return null;
  // A component's own boxes say nothing, or `one-time-code` wherever they are put: then the page's words decide.
  if (sentences.some(say.NEVER.promotion)) return 'promotion';
  const oneTime = evidence.includes('one-time') || evidence.includes('hint');
  const passwords = others.filter((box) => box.fillable && box.type === 'password');
  const renewed = passwords.length > 1 || passwords.some((box) => say.NEW(wordsOf(box)));
  if (renewed || (passwords.length > 0 && !oneTime)) return 'password';
  const asksForMail = others.some(({ type, fillable }) => fillable && type === 'email');
  if (passwords.length === 0 && asksForMail && !say.APP(own)) return 'email';
  if (oneTime) return null;
  const near = (['captcha', 'patient', 'promotion', 'place'] as const).find((reason) =>
    sentences.some(say.NEVER[reason]),
  );
  return near ?? null;
}

/** All that a box says of itself. */
function wordsOf({ name, id, label, placeholder, autocomplete }: FieldFacts): string {
  return words([name, id, label, placeholder, autocomplete].join(' '));
}

const LENGTH =
  / (?:(\d+) (?:(?:or|to|and|oder|bis|ou|o) )?)?([678]|six|seven|eight) ?(?:digit|stellig|chiffre|cif|cij|siffr|桁|位|자리)/gu;
const IN_WORDS = ['six', 'seven', 'eight'];

/** How long the code is, where the page says it of this one: not of recovery codes or of codes that are sent, and not of two lengths. */
function digitsOf({ own, sentences }: Scene): number | null {
  const ofThis = sentences.filter((text) => !say.RECOVERY(text) && !say.SENT(text));
  const told = [own, ...ofThis].flatMap((text) => [...text.matchAll(LENGTH)]);
  const lengths = told.map(([, before, length]) =>
    before ? 0 : Number(length) || IN_WORDS.indexOf(length!) + 6,
  );
  return new Set(lengths).size === 1 ? lengths[0] || null : null;
}
