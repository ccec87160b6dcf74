import { createDecipheriv, createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { argon2id } from 'hash-wasm';

/**
 * A reader of our vaults written from `utils/vault/README.md` alone, on Node's own crypto. If the page and the product
 * part ways, one of them is wrong.
 */
interface Stored {
  readonly header: Header;
  readonly manifest: { generation: number; previous: Uint8Array; marks: Mark[]; mac: Uint8Array };
  readonly records: SealedRecord[];
}
interface Header {
  readonly vaultId: string;
  readonly keyId: string;
  readonly slots: Slot[];
}
interface Slot {
  readonly slotId: string;
  readonly kind: string;
  readonly kdf: Record<string, string | number | Uint8Array> & { salt: Uint8Array };
  readonly nonce: Uint8Array;
  readonly wrappedKey: Uint8Array;
}
interface Mark {
  readonly recordId: string;
  readonly version: number;
  readonly hash: string;
}
interface SealedRecord {
  readonly recordId: string;
  readonly type: string;
  readonly schema: number;
  readonly version: number;
  readonly keyId: string;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

const hkdf = (key: Uint8Array, salt: Uint8Array | string, info: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

/** AES-256-GCM, the tag being the last 16 bytes. */
function openSealed(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(associated));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

async function unwrap({ vaultId, keyId, slots }: Header, kind: string, credential: string): Promise<Buffer> {
  const slot = slots.find((candidate) => candidate.kind === kind)!;
  const kek = await deriveKek(slot, kind, credential);
  const kdf = Object.entries({ ...slot.kdf, salt: [...slot.kdf.salt] }).sort(([a], [b]) => (a < b ? -1 : 1));
  return openSealed(
    kek,
    slot.nonce,
    slot.wrappedKey,
    JSON.stringify([vaultId, keyId, slot.slotId, kind, kdf]),
  );
}

async function deriveKek({ kdf }: Slot, kind: string, credential: string): Promise<Uint8Array> {
  const { name, memoryKiB, iterations, parallelism, salt } = kdf;
  if (kind === 'recovery') return hkdf(recoveryBits(credential), salt, 'lanyard/1/recovery');
  if (kind === 'passkey') return hkdf(Buffer.from(credential, 'hex'), salt, 'lanyard/1/passkey');
  const password = credential.normalize('NFKC');
  if (name === 'pbkdf2-sha256') return pbkdf2Sync(password, salt, iterations as number, 32, 'sha256');
  return argon2id({
    password,
    salt,
    memorySize: memoryKiB as number,
    iterations: iterations as number,
    parallelism: parallelism as number,
    hashLength: 32,
    outputType: 'binary',
  });
}

/** The vault in a snapshot's text. @throws where its first line does not fit the rest */
export function readSnapshotText(text: string): Stored {
  const [title = '', body = ''] = text.split('\n');
  const [, form, generation, mac, hash] = title.split(' ');
  const expected = createHash('sha256').update(`${generation} ${mac}\n${body}`).digest('hex');
  if (form !== '1' || hash !== expected) throw new Error('the snapshot is spoilt');
  return JSON.parse(body, (_, value) =>
    typeof value?.bytes === 'string' ? Buffer.from(value.bytes, 'base64') : value,
  );
}

/** Eight groups of five; the fifth character is the check, whose formula is the page's. */
function recoveryBits(text: string): Buffer {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const times = (a: number, b: number) => {
    let product = 0;
    for (let bit = 4; bit >= 0; bit--) {
      product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
      if (b & (1 << bit)) product ^= a;
    }
    return product & 31;
  };
  const bits = text.split('-').map((group, g) => {
    const [d0, d1, d2, d3, check] = [...group].map((character) => alphabet.indexOf(character)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const sum = times(2, d0) ^ times(4, d1) ^ times(8, d2) ^ times(16, d3) ^ times(5, g);
    if (sum !== check) throw new Error(`group ${g + 1}`);
    return [d0, d1, d2, d3].map((value) => value.toString(2).padStart(5, '0')).join('');
  });
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
}

function plain(thing: unknown): unknown {
  if (thing instanceof Uint8Array) return Buffer.from(thing).toString('hex');
  if (Array.isArray(thing)) return thing.map(plain);
  if (typeof thing !== 'object' || thing === null) return thing;
  return Object.entries(thing)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, plain(value)]);
}

/** The accounts of a vault, as the JSON they were sealed as. @throws where anything does not fit */
export async function readVault(
  stored: Stored,
  kind: 'password' | 'recovery' | 'passkey',
  credential: string,
) {
  const { header, manifest, records } = stored;
  const vaultKey = await unwrap(header, kind, credential);
  const recordKey = hkdf(vaultKey, header.vaultId, 'lanyard/1/records');
  const manifestKey = hkdf(vaultKey, header.vaultId, 'lanyard/1/manifest');
  const statement = JSON.stringify(plain([manifest.generation, manifest.previous, manifest.marks, header]));
  const mac = createHmac('sha256', manifestKey).update(statement).digest();
  if (!mac.equals(manifest.mac)) throw new Error('the manifest is not true');
  return records.map(({ recordId, type, schema, version, keyId, nonce, ciphertext }) => {
    const mark = manifest.marks.find((candidate) => candidate.recordId === recordId);
    const hash = createHash('sha256').update(ciphertext).digest('hex');
    if (mark?.version !== version || mark.hash !== hash) throw new Error(`${recordId} is not the one meant`);
    const associated = JSON.stringify([header.vaultId, recordId, type, schema, version, keyId]);
    return JSON.parse(openSealed(recordKey, nonce, ciphertext, associated).toString());
  });
}
