import { type Bytes, equalBytes, toHex, utf8 } from '../bytes';
import type { VaultHeader } from './header';
import type { SealedRecord } from './sealing';

/** What a record must be: its version and the SHA-256 of its ciphertext, in hex. */
export interface RecordMark {
  readonly recordId: string;
  readonly version: number;
  readonly hash: string;
}

/** Says which records make the vault, so that one dropped, added or put back from yesterday is noticed by name. */
export interface Manifest {
  /** Counts commits, from 1. */
  readonly generation: number;
  /** MAC of the manifest before this one; empty at the first. */
  readonly previous: Bytes;
  /** Sorted by record id. */
  readonly marks: readonly RecordMark[];
  /** HMAC-SHA-256 over all of it and the header. */
  readonly mac: Bytes;
}

export async function markRecord(record: SealedRecord): Promise<RecordMark> {
  const { recordId, version } = record;
  return { recordId, version, hash: await hashRecord(record) };
}

/** What a mark says of the ciphertext. No key is needed, so it may be made while the person is still typing the password. */
export function hashRecord(record: SealedRecord): Promise<string> {
  const hash = hashes.get(record) ?? sha256(record.ciphertext);
  hashes.set(record, hash);
  return hash;
}

const hashes = new WeakMap<SealedRecord, Promise<string>>();

async function sha256(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The manifest after `last`, with these records written. */
export async function nextManifest(
  key: CryptoKey,
  header: VaultHeader,
  last: Manifest | null,
  written: readonly SealedRecord[],
): Promise<Manifest> {
  const marks = new Map(last?.marks.map((mark) => [mark.recordId, mark]));
  for (const record of written) marks.set(record.recordId, await markRecord(record));
  const body = {
    generation: (last?.generation ?? 0) + 1,
    previous: last?.mac ?? new Uint8Array(),
    marks: [...marks.values()].sort((a, b) => (a.recordId < b.recordId ? -1 : 1)),
  };
  return { ...body, mac: await sign(key, body, header) };
}

export async function isManifestTrue(
  key: CryptoKey,
  manifest: Manifest,
  header: VaultHeader,
): Promise<boolean> {
  return equalBytes(await sign(key, manifest, header), manifest.mac);
}

async function sign(key: CryptoKey, body: Omit<Manifest, 'mac'>, header: VaultHeader): Promise<Bytes> {
  const { generation, previous, marks } = body;
  // The plain form of the marks, written out: there may be thousands.
  const plainMarks = marks.map(({ recordId, version, hash }) => [
    ['hash', hash],
    ['recordId', recordId],
    ['version', version],
  ]);
  const statement = utf8(JSON.stringify([generation, plain(previous), plainMarks, plain(header)]));
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, statement));
}

/** Bytes as hex and keys in order, so that what is read back says the same as what was written. */
function plain(thing: unknown): unknown {
  if (thing instanceof Uint8Array) return toHex(thing);
  if (Array.isArray(thing)) return thing.map(plain);
  if (typeof thing !== 'object' || thing === null) return thing;
  const pairs = Object.entries(thing).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([key, value]) => [key, plain(value)]);
}
