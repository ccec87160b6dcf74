import { scrypt } from 'hash-wasm';
import { type Bytes, utf8 } from '../bytes';
import type { FailureFacts } from '../failure';
import { requireSaneScrypt, type ScryptHeader } from './age-header';

/** What a page asks its Worker. */
export interface PassphraseTask {
  readonly passphrase: string;
  readonly header: ScryptHeader;
}

export type PassphraseAnswer = { readonly key: Bytes } | { readonly failure: FailureFacts };

const LABEL = 'age-encryption.org/v1/scrypt';

/**
 * The key an age file's passphrase stands for (C2SP age.md, scrypt recipient): 32 bytes, after a second or more and
 * 2^logN KiB. The passphrase is taken as composed characters, as keyboards type them.
 * @throws Failure `kdf-refused`
 */
export async function deriveScryptKey(passphrase: string, header: ScryptHeader): Promise<Bytes> {
  const { salt, logN } = requireSaneScrypt(header);
  const labelled = new Uint8Array([...utf8(LABEL), ...salt]);
  const key = await scrypt({
    password: utf8(passphrase.normalize('NFC')),
    salt: labelled,
    costFactor: 2 ** logN,
    blockSize: 8,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(key);
}
