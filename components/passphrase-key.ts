import { randomBytes, toBase64 } from '../utils/bytes';
import { Failure } from '../utils/failure';
import type { BackupKey } from '../utils/messaging/protocol';
import { SCRYPT_LOG_N, type ScryptHeader } from '../utils/transfer/age-header';
import type { PassphraseAnswer, PassphraseTask } from '../utils/transfer/scrypt-key';
import { startWorker } from './page-worker';

/** The key of a backup to be made, with a salt of its own. */
export function newPassphraseKey(passphrase: string): Promise<BackupKey> {
  return derivePassphraseKey(passphrase, { salt: randomBytes(16), logN: SCRYPT_LOG_N });
}

/**
 * Has a Worker derive the key of an age file, and ends it. Takes a second and more, in which the page stays alive.
 * @throws Failure `kdf-refused`
 */
export async function derivePassphraseKey(passphrase: string, header: ScryptHeader): Promise<BackupKey> {
  const worker = startWorker('/passphrase-worker.js');
  try {
    const answer = await new Promise<PassphraseAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data));
      worker.addEventListener('error', reject);
      worker.postMessage({ passphrase, header } satisfies PassphraseTask);
    });
    if ('failure' in answer) throw new Failure(answer.failure.code);
    const { salt, logN } = header;
    return { scrypt: { salt: toBase64(salt), logN, key: toBase64(answer.key) } };
  } finally {
    worker.terminate();
  }
}
