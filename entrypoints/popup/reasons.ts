import { say, type Words } from '../../components/words';

/** A sentence of ours for each reason of a verdict. Words of the page are never repeated. */
const SENTENCES: Readonly<Record<string, Words>> = {
  'one-time code': 'reason_one_time',
  'a box a digit': 'reason_row',
  'asks for a code': 'reason_asks',
  'a code': 'reason_code',
  authenticator: 'reason_app',
  'second factor': 'reason_factor',
  'six places': 'reason_six',
  'hint of the page': 'reason_hint',
  sent: 'reason_sent',
  sms: 'reason_sms',
  email: 'reason_email',
  push: 'reason_push',
  recovery: 'reason_recovery',
  'security-key': 'reason_security_key',
  device: 'reason_device',
  pin: 'reason_pin',
};

/** What speaks for a verdict, in words; what has none is left out, and there is always something to read. */
export function reasonSentences(why: readonly string[]): string[] {
  const known = why.flatMap((reason) => (Object.hasOwn(SENTENCES, reason) ? [SENTENCES[reason]!] : []));
  return [...new Set(known.length > 0 ? known : (['reason_none'] as const))].map((words) => say(words));
}
