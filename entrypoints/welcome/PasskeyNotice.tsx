import { Notice } from '../../components/Notice';
import { REFUSAL_WORDS } from '../../components/passkey';
import { failureSentence, say } from '../../components/words';
import type { FirstPasskey } from './first-passkey';

/** Stands above the recovery key from the moment the browser asks, so that its answer moves nothing. */
export function PasskeyNotice({ passkey }: { passkey: FirstPasskey | 'asked' }) {
  if (passkey === 'asked') return <Notice tone="plain">{say('passkey_adding')}</Notice>;
  if ('added' in passkey) return <Notice tone="good">{say('passkey_added', passkey.added)}</Notice>;
  const why = 'refusal' in passkey ? say(REFUSAL_WORDS[passkey.refusal]) : failureSentence(passkey);
  return (
    <Notice tone="warn">
      {why} {say('passkey_later')}
    </Notice>
  );
}
