import { type Bytes, fromBase64, readUtf8 } from '../bytes';
import { Failure } from '../failure';
import { BACKUP_LIMITS } from './limits';

/** How hard a passphrase is made to guess: age's own default. One second or so, and 256 MiB. */
export const SCRYPT_LOG_N = 18;

/** Accepted on reading: 20 takes 1 GiB, and more than that WebAssembly's memory does not give us. Looked at before anything is allocated. */
const LOG_N = { least: 1, most: 20 };

const ARMOR_BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const ARMOR_END = '-----END AGE ENCRYPTED FILE-----';
const FIRST_LINE = 'age-encryption.org/v1';

/** What a page needs to derive the key, and tells the worker. */
export interface ScryptHeader {
  readonly salt: Bytes;
  readonly logN: number;
}

/**
 * How a passphrase opens this age file (C2SP age.md), or null for one made for recipients.
 * @throws Failure `backup-unreadable`, `backup-too-large`, `kdf-refused`
 */
export function readScryptHeader(file: Uint8Array): ScryptHeader | null {
  const bytes = unarmor(file);
  // A header of a thousand recipients fits; what is behind it is not text.
  const head = Array.from(bytes.subarray(0, 65536), (byte) => String.fromCharCode(byte)).join('');
  const [first, stanza = ''] = head.split('\n', 2);
  if (first !== FIRST_LINE || !stanza.startsWith('-> ')) throw new Failure('backup-unreadable');
  if (!stanza.startsWith('-> scrypt ')) return null;
  const [, salt, logN] = /^-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]*)$/.exec(stanza) ?? [];
  if (salt === undefined) throw new Failure('backup-unreadable');
  return requireSaneScrypt({ salt: fromBase64(salt), logN: Number(logN) });
}

/** @throws Failure `kdf-refused` */
export function requireSaneScrypt(header: ScryptHeader): ScryptHeader {
  const { salt, logN } = header;
  const sane = Number.isInteger(logN) && logN >= LOG_N.least && logN <= LOG_N.most && salt.length === 16;
  if (!sane) throw new Failure('kdf-refused');
  return header;
}

/** The binary form of an age file, whichever form it came in. @throws Failure `backup-unreadable`, `backup-too-large` */
export function unarmor(file: Uint8Array): Bytes {
  if (file.length > BACKUP_LIMITS.file) throw new Failure('backup-too-large');
  if (file[0] === FIRST_LINE.charCodeAt(0)) return new Uint8Array(file);
  try {
    const lines = readUtf8(file).trim().split(/\r?\n/);
    if (lines.shift() === ARMOR_BEGIN && lines.pop() === ARMOR_END) return fromBase64(lines.join(''));
  } catch {
    // Neither text nor base64: said below.
  }
  throw new Failure('backup-unreadable');
}
