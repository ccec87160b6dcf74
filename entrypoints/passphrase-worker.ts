import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Failure } from '../utils/failure';
import { deriveScryptKey, type PassphraseAnswer, type PassphraseTask } from '../utils/transfer/scrypt-key';

/** A page's Worker, for the second that scrypt takes: one task, one answer. The page ends it then. */
export default defineUnlistedScript(() => {
  addEventListener('message', async ({ data }: MessageEvent<PassphraseTask>) => {
    postMessage(await answer(data));
  });
});

async function answer({ passphrase, header }: PassphraseTask): Promise<PassphraseAnswer> {
  try {
    return { key: await deriveScryptKey(passphrase, header) };
  } catch (thrown) {
    // The one other thing that goes wrong is memory: a factor of 20 takes 1 GiB.
    return { failure: Failure.facts(thrown instanceof Failure ? thrown : new Failure('kdf-refused')) };
  }
}
