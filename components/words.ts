import { browser } from 'wxt/browser';
import { Failure, type FailureCode, type FailureFacts } from '../utils/failure';

/** The keys of `public/_locales/en/messages.json`; WXT keeps the types in step with the file. */
export type Words = Parameters<typeof browser.i18n.getMessage>[0];

/** What is said with a number: `wait` has the forms `wait_one` and `wait_other`, and what more a language needs. */
export type Counted = {
  [Key in Words]: Key extends `${infer Stem}_other` ? (`${Stem}_one` extends Words ? Stem : never) : never;
}[Words];

/** The words for a person. `substitutions` fill $1, $2 ... */
export function say(key: Words, ...substitutions: (string | number)[]): string {
  return message(key, substitutions.map(String));
}

/** The same in the form that the number asks for. `count` fills $1, `substitutions` $2, $3 ... */
export function sayMany(key: Counted, count: number, ...substitutions: (string | number)[]): string {
  return inForm(key, count, [numbers().format(count), ...substitutions.map(String)]);
}

/** What happened and what to do about it. */
export function failureSentence({ code, values }: FailureFacts): string {
  if (isCounted(code)) return inForm(`failure_${underscored(code)}`, Number(values[0]), values);
  return message(`failure_${underscored(code)}`, values);
}

/** The facts of anything thrown, ready to be shown. */
export const failureFacts = Failure.facts;

/** Failures whose first value is a number that the sentence bends to. A value may come from a set-up code, and be no number. */
const COUNTED_FAILURES = ['wait', 'digits-out-of-range', 'period-out-of-range'] as const;

type CountedFailure = (typeof COUNTED_FAILURES)[number];

const isCounted = (code: FailureCode): code is CountedFailure =>
  (COUNTED_FAILURES as readonly FailureCode[]).includes(code);

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Code;

function underscored<Code extends FailureCode>(code: Code): Underscored<Code> {
  return code.replaceAll('-', '_') as Underscored<Code>;
}

interface Numbers {
  readonly form: (count: number) => string;
  readonly format: (count: number) => string;
}

let known: Numbers | undefined;

/** How the language shown counts. Made when the first number is said. */
function numbers(): Numbers {
  if (known) return known;
  const rules = new Intl.PluralRules(say('language'));
  const { format } = new Intl.NumberFormat(say('language'));
  known = { form: (count) => rules.select(count), format };
  return known;
}

/** A form that the language does not write is the one for all others. */
function inForm(key: Counted, count: number, substitutions: readonly string[]): string {
  const form = `${key}_${numbers().form(count)}` as Words;
  return message(form, substitutions) || message(`${key}_other`, substitutions);
}

function message(key: Words, substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
