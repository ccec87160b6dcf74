import { say, type Words } from '../../components/words';
import type { Reason } from '../../utils/autofill/prompt';

/** A sentence of ours for each reason that a prompt can have. Words of the page are never repeated. */
const SENTENCES: Readonly<Partial<Record<Reason, Words>>> = {
  hint: 'reason_hint',
  'one-time': 'reason_one_time',
  'asks-for-proof': 'reason_asks',
  'named-proof': 'reason_named',
  'says-code': 'reason_code',
  'box-a-digit': 'reason_row',
  authenticator: 'reason_app',
  'second-factor': 'reason_factor',
  'one-time-near': 'reason_one_time_near',
  'proof-near': 'reason_proof_near',
  places: 'reason_six',
  numeric: 'reason_numeric',
  alone: 'reason_alone',
  silent: 'reason_silent',
  'own-words-sent': 'reason_own_sent',
  'sent-near': 'reason_sent',
  'sends-again': 'reason_sends_again',
  'asks-for-phone': 'reason_phone',
  'set-up': 'reason_set_up',
  'own-words': 'reason_own_words',
  'near-words': 'reason_near_words',
  'other-length': 'reason_pin',
};

/** What speaks for a verdict, in words; what has none is left out, and there is always something to read. */
export function reasonSentences(why: readonly string[]): string[] {
  const known = why.flatMap((reason) =>
    Object.hasOwn(SENTENCES, reason) ? [SENTENCES[reason as Reason]!] : [],
  );
  return [...new Set(known.length > 0 ? known : (['reason_none'] as const))].map((words) => say(words));
}
