import { locale } from '../../components/language';
import { say, type Words } from '../../components/words';
import type { Method } from '../../utils/portals/portal';

const WAYS: Readonly<Partial<Record<Method, Words>>> = {
  sms: 'portal_way_sms',
  voice: 'portal_way_voice',
  email: 'portal_way_email',
};

/** The ways a portal sends its codes by, as one would say them: text message or phone call. */
export function waysWords(ways: readonly Method[]): string {
  const words = ways.flatMap((way) => (WAYS[way] ? [say(WAYS[way])] : []));
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words);
}
