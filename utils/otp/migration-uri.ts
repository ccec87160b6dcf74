import { type Bytes, fromBase64 } from '../bytes';
import { Failure, type FailureFacts } from '../failure';
import { SECRET_LIMIT } from './base32';
import { type AccountName, cleanName, splitLabel } from './label';
import { type Algorithm, DEFAULT_PERIOD, type OtpParameters, type SetupKey } from './parameters';
import { bytesIn, int32, numberIn, readFields, type WireField } from './protobuf';
import { percentDecode } from './query';
import { readScheme, refuseScheme } from './setup-scheme';

/** Characters of a migration URI: more than the largest QR code holds (2,953 bytes), escaped once more. */
const MIGRATION_URI_LIMIT = 8192;

/** Which of several QR codes this was. */
export interface MigrationBatch {
  /** From 0. */
  readonly index: number;
  readonly size: number;
  /** Random, may be negative; always 0 in version 2, so it does not tell two exports apart. */
  readonly id: number;
  readonly version: number;
}

/** An account that was in the code and cannot be taken over. */
export interface FailedKey {
  readonly name: string;
  readonly failure: FailureFacts;
}

export interface Migration {
  readonly setupKeys: readonly SetupKey[];
  readonly failed: readonly FailedKey[];
  readonly batch: MigrationBatch;
}

/** Field numbers of Google Authenticator's `MigrationPayload` and its `OtpParameters`. */
const PAYLOAD = { account: 1, version: 2, batchSize: 3, batchIndex: 4, batchId: 5 };
const ACCOUNT = { secret: 1, name: 2, issuer: 3, algorithm: 4, digits: 5, kind: 6, counter: 7 };

/**
 * Reads the `otpauth-migration://` QR code of Google Authenticator's "Transfer accounts". All or nothing as
 * a message: what is cut off is refused whole. Accounts that it holds but we cannot run are named in `failed`.
 * The format has no period: it is always 30 seconds, even where the account's own is not.
 *
 * @throws Failure `migration-damaged`; `not-a-setup-code` or `kind-unsupported` for anything else.
 */
export function parseMigrationUri(text: string): Migration {
  const schemed = readScheme(text);
  if (schemed.scheme !== 'otpauth-migration') throw refuseScheme(schemed);
  if (text.length > MIGRATION_URI_LIMIT) throw new Failure('migration-damaged');
  try {
    return readPayload(readFields(payloadBytes(schemed.rest)));
  } catch {
    throw new Failure('migration-damaged');
  }
}

/** The `+` of base64 is often left unescaped, and then becomes a blank on the way. */
function payloadBytes(rest: string): Bytes {
  const [, raw = ''] = /[?&]data=([^&#]*)/i.exec(rest) ?? [];
  const base64 = percentDecode(raw)
    .trim()
    .replace(/[\r\n\t]/g, '')
    .replaceAll(' ', '+')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=+$/, '');
  return fromBase64(base64);
}

function readPayload(payload: readonly WireField[]): Migration {
  const setupKeys: SetupKey[] = [];
  const failed: FailedKey[] = [];
  const accounts = payload.filter(({ number }) => number === PAYLOAD.account);
  if (accounts.length === 0) throw new RangeError('no accounts');
  for (const field of accounts) {
    const account = readFields(bytesIn([field], PAYLOAD.account));
    const name = nameIn(account);
    try {
      setupKeys.push({ ...name, parameters: otpParameters(account) });
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      const shown = [name.issuer, name.account].filter((part) => part !== '').join(': ');
      failed.push({ name: shown, failure: Failure.facts(failure) });
    }
  }
  return { setupKeys, failed, batch: readBatch(payload) };
}

function readBatch(payload: readonly WireField[]): MigrationBatch {
  const read = (field: number) => int32(numberIn(payload, field));
  const index = read(PAYLOAD.batchIndex);
  const size = Math.max(read(PAYLOAD.batchSize), 1);
  if (index < 0 || index >= size) throw new RangeError('batch');
  return { index, size, id: read(PAYLOAD.batchId), version: read(PAYLOAD.version) };
}

function otpParameters(account: readonly WireField[]): OtpParameters {
  const secret = bytesIn(account, ACCOUNT.secret);
  const kind = int32(numberIn(account, ACCOUNT.kind));
  const counter = BigInt.asIntN(64, numberIn(account, ACCOUNT.counter));
  const common = { secret, algorithm: algorithmIn(account), digits: digitsIn(account) };
  if (secret.length === 0) throw new Failure('secret-missing');
  if (secret.length > SECRET_LIMIT) throw new Failure('secret-too-long');
  if (kind === 0 || kind === 2) return { kind: 'totp', ...common, period: DEFAULT_PERIOD };
  if (kind !== 1) throw new Failure('kind-unsupported', kind);
  if (counter < 0n || counter > BigInt(Number.MAX_SAFE_INTEGER))
    throw new Failure('counter-invalid', String(counter));
  return { kind: 'hotp', ...common, counter: Number(counter) };
}

function algorithmIn(account: readonly WireField[]): Algorithm {
  const value = int32(numberIn(account, ACCOUNT.algorithm));
  const algorithm = (['SHA1', 'SHA1', 'SHA256', 'SHA512'] as const)[value];
  if (!algorithm) throw new Failure('algorithm-unknown', value === 4 ? 'MD5' : value);
  return algorithm;
}

function digitsIn(account: readonly WireField[]): number {
  const value = int32(numberIn(account, ACCOUNT.digits));
  const digits = [6, 6, 8][value];
  if (digits === undefined) throw new Failure('digits-out-of-range', value);
  return digits;
}

/** `name` is often `issuer:account`. Where `issuer` is empty Google shows `name` as it is, and so do we. */
function nameIn(account: readonly WireField[]): AccountName {
  const name = textIn(account, ACCOUNT.name);
  const issuer = cleanName(textIn(account, ACCOUNT.issuer));
  return issuer === '' ? { issuer, account: cleanName(name) } : splitLabel(name, issuer);
}

/** Names are for people, so a broken character in one does not cost the account. */
function textIn(account: readonly WireField[], number: number): string {
  return new TextDecoder().decode(bytesIn(account, number));
}
