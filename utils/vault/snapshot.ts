import { fromBase64, toBase64, toHex, utf8 } from '../bytes';
import { Failure } from '../failure';
import type { StoredVault } from './store';

/** A copy of a whole vault, found unspoilt. What is in it is only made out when it is wanted. */
export interface Snapshot {
  readonly generation: number;
  /** Of the manifest, in hex. */
  readonly mac: string;
  readonly vault: () => StoredVault;
}

/**
 * A whole vault as text: a line `lanyard-snapshot 1 <generation> <mac> <SHA-256 of generation, mac and the rest, hex>`,
 * then JSON in which bytes are `{"bytes": base64}`. Everything secret in it is sealed already and its manifest carries
 * the MAC; the hash tells a copy that the disk has spoilt while no key is at hand.
 */
export async function formatSnapshot({ header, manifest, records }: StoredVault): Promise<string> {
  const body = JSON.stringify({ header, manifest, records }, (_, value) =>
    value instanceof Uint8Array ? { bytes: toBase64(value) } : value,
  );
  const which = `${manifest.generation} ${toHex(manifest.mac)}`;
  return `${TITLE} ${which} ${await sha256(`${which}\n${body}`)}\n${body}`;
}

/** @throws Failure `damaged` */
export async function readSnapshot(text: unknown): Promise<Snapshot> {
  if (typeof text !== 'string') throw new Failure('damaged');
  const [, which = '', hash] = /^lanyard-snapshot 1 (\d+ [0-9a-f]{64}) ([0-9a-f]{64})\n/.exec(text) ?? [];
  const body = text.slice(text.indexOf('\n') + 1);
  if (hash !== (await sha256(`${which}\n${body}`))) throw new Failure('damaged');
  const [generation, mac] = which.split(' ') as [string, string];
  let parsed: StoredVault | undefined;
  return { generation: Number(generation), mac, vault: () => (parsed ??= parseBody(body)) };
}

/** The same of a vault that was read as a whole. */
export function asSnapshot(stored: StoredVault): Snapshot {
  const { generation, mac } = stored.manifest;
  return { generation, mac: toHex(mac), vault: () => stored };
}

const TITLE = 'lanyard-snapshot 1';

function parseBody(body: string): StoredVault {
  return JSON.parse(body, (_, value) => (typeof value?.bytes === 'string' ? fromBase64(value.bytes) : value));
}

async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));
}
