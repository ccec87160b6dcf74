import { browser } from 'wxt/browser';
import { Failure, type FailureCode, type FailureFacts } from '../utils/failure';

/** The keys of `public/_locales/en/messages.json`; WXT keeps the types in step with the file. */
export type Words = Parameters<typeof browser.i18n.getMessage>[0];

/** The words for a person. `substitutions` fill $1, $2 ... */
export function say(key: Words, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** What happened and what to do about it. */
export function failureSentence({ code, values }: FailureFacts): string {
  return say(`failure_${underscored(code)}`, ...values);
}

/** The facts of anything thrown, ready to be shown. */
export const failureFacts = Failure.facts;

type Underscored<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Code;

function underscored(code: FailureCode): Underscored<FailureCode> {
  return code.replaceAll('-', '_') as Underscored<FailureCode>;
}
