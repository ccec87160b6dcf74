import { browser } from 'wxt/browser';
import { randomBytes, toBase64 } from '../utils/bytes';
import { Failure } from '../utils/failure';
import type { BackupKey } from '../utils/messaging/protocol';
import { SCRYPT_LOG_N, type ScryptHeader } from '../utils/transfer/age-header';
import type { PassphraseAnswer, PassphraseTask } from '../utils/transfer/scrypt-key';

interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** The key of a backup to be made, with a salt of its own. */
export function newPassphraseKey(passphrase: string): Promise<BackupKey> {
  return derivePassphraseKey(passphrase, { salt: randomBytes(16), logN: SCRYPT_LOG_N });
}

/**
 * Has a Worker derive the key of an age file, and ends it. Takes a second and more, in which the page stays alive.
 * @throws Failure `kdf-refused`
 */
export async function derivePassphraseKey(passphrase: string, header: ScryptHeader): Promise<BackupKey> {
  const worker = new Worker(workerUrl());
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

/** Our pages load no script by a text (Trusted Types), but for this one, by the one policy there is. */
function workerUrl(): URL {
  const url = browser.runtime.getURL('/passphrase-worker.js');
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('lanyard-workers', {
    createScriptURL(asked) {
      if (asked !== url) throw new TypeError('not our worker');
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : new URL(url);
}
