import { type CreateRefusal, createPasskey } from '../../components/passkey';
import { failureFacts, say } from '../../components/words';
import type { FailureFacts } from '../../utils/failure';
import { ask } from '../../utils/messaging/client';

/** What became of the passkey that was wished for with the first password. The vault stands either way. */
export type FirstPasskey = { readonly added: string } | { readonly refusal: CreateRefusal } | FailureFacts;

/** Never throws: whoever gets none goes on with the password, and adds one in the settings. */
export async function addFirstPasskey(password: string): Promise<FirstPasskey> {
  const name = say('passkey_name_first');
  try {
    const made = await createPasskey(name, []);
    if (typeof made === 'string') return { refusal: made };
    await ask('passkeys/add', { password, name, ...made });
    return { added: name };
  } catch (thrown) {
    return failureFacts(thrown);
  }
}
