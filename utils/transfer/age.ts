import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption';
import { type Bytes, equalBytes, toBase64 } from '../bytes';
import { Failure } from '../failure';
import { readScryptHeader, requireSaneScrypt, type ScryptHeader, unarmor } from './age-header';

/** What a page derived from a passphrase, for this salt and factor. */
export interface ScryptKey extends ScryptHeader {
  readonly key: Bytes;
}

export type AgeKey = { readonly scrypt: ScryptKey } | { readonly identity: string };
export type AgeRecipients = { readonly scrypt: ScryptKey } | { readonly recipients: readonly string[] };

/**
 * An age file (C2SP age.md) of these bytes, opened again and compared before it is handed out.
 * @throws Failure `recipient-unknown`, `kdf-refused`
 */
export async function sealAge(plaintext: Bytes, to: AgeRecipients): Promise<Bytes> {
  const encrypter = new Encrypter();
  const decrypter = new Decrypter();
  if ('scrypt' in to) {
    encrypter.addRecipient(scryptRecipient(to.scrypt));
    decrypter.addIdentity(scryptIdentity(to.scrypt));
  } else {
    const witness = fileKeyWitness();
    for (const recipient of to.recipients) addRecipient(encrypter, recipient);
    encrypter.addRecipient(witness.recipient);
    decrypter.addIdentity(witness.identity);
  }
  const file = new Uint8Array(await encrypter.encrypt(plaintext));
  if (!equalBytes(await decrypter.decrypt(file), plaintext)) throw new Failure('unexpected');
  return file;
}

/**
 * All of the plaintext, or nothing.
 * @throws Failure `backup-unreadable` where the file is cut off or changed, `backup-wrong-passphrase` where the key is
 *   not one of its keys, `backup-too-large`, `kdf-refused`
 */
export async function openAge(file: Bytes, key: AgeKey): Promise<Bytes> {
  const bytes = unarmor(file);
  readScryptHeader(bytes);
  const decrypter = new Decrypter();
  try {
    if ('scrypt' in key) decrypter.addIdentity(scryptIdentity(key.scrypt));
    else decrypter.addIdentity(identityIn(key.identity));
    await decrypter.decryptHeader(bytes);
  } catch {
    throw new Failure('backup-wrong-passphrase');
  }
  // From here on the key is right, so that whatever does not fit is damage.
  const plaintext = await decrypter.decrypt(bytes).catch(() => {
    throw new Failure('backup-unreadable');
  });
  return new Uint8Array(plaintext);
}

/** The scrypt recipient with its slow part done already, elsewhere. */
function scryptRecipient({ salt, logN, key }: ScryptKey): Recipient {
  requireSaneScrypt({ salt, logN });
  const args = ['scrypt', unpadded(salt), String(logN)];
  return { wrapFileKey: (fileKey) => [new Stanza(args, fileKeyCipher(key).encrypt(fileKey))] };
}

function scryptIdentity({ salt, logN, key }: ScryptKey): Identity {
  requireSaneScrypt({ salt, logN });
  return {
    unwrapFileKey(stanzas) {
      const [stanza, another] = stanzas;
      const isOurs = stanza?.args[0] === 'scrypt' && !another && stanza.body.length === 32;
      if (!isOurs || stanza.args[1] !== unpadded(salt) || stanza.args[2] !== String(logN)) return null;
      return fileKeyCipher(key).decrypt(stanza.body);
    },
  };
}

/** The nonce may be zero: the key is of this file alone. */
function fileKeyCipher(key: Bytes) {
  return chacha20poly1305(key, new Uint8Array(12));
}

/** Learns the file key while it is wrapped for others, so that a file whose identity is elsewhere can be opened again. */
function fileKeyWitness(): { recipient: Recipient; identity: Identity } {
  let seen: Uint8Array | null = null;
  return {
    recipient: {
      wrapFileKey(fileKey) {
        seen = fileKey;
        return [];
      },
    },
    identity: { unwrapFileKey: () => seen },
  };
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new Failure('recipient-unknown', recipient.slice(0, 80));
  }
}

/** The identity itself, out of whatever stands around it in the file that `age-keygen` writes. */
function identityIn(text: string): string {
  return /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+/.exec(text.toUpperCase())?.[0] ?? text;
}

function unpadded(bytes: Bytes): string {
  return toBase64(bytes).replace(/=+$/, '');
}
