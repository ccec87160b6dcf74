import { fromBase64, toBase64, toHex, utf8 } from '../bytes';
import { Failure } from '../failure';
import type { StoredVault } from './store';

/**
 * A whole vault as text: one line `lanyard-snapshot 1 <SHA-256 of the rest, hex>`, then JSON in which bytes are
 * `{"bytes": base64}`. Everything secret in it is sealed already and its manifest carries the MAC; the hash tells
 * a copy that the disk has spoilt while no key is at hand.
 */
export async function formatSnapshot({ header, manifest, records }: StoredVault): Promise<string> {
  const body = JSON.stringify({ header, manifest, records }, (_, value) =>
    value instanceof Uint8Array ? { bytes: toBase64(value) } : value,
  );
  return `${TITLE} ${await sha256(body)}\n${body}`;
}

/** @throws Failure `damaged` */
export async function parseSnapshot(text: unknown): Promise<StoredVault> {
  if (typeof text !== 'string') throw new Failure('damaged');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${TITLE} ${await sha256(body)}`) throw new Failure('damaged');
  return JSON.parse(body, (_, value) => (typeof value?.bytes === 'string' ? fromBase64(value.bytes) : value));
}

const TITLE = 'lanyard-snapshot 1';

async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}
