import * as zlib from 'node:zlib';
import type { Entry } from './leveldb-table';

const BLOCK = 32_768;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');

/** A log as LevelDB lays it out; the checksums are left empty. */
export function makeLog(records: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let room = BLOCK;
  for (const record of records) {
    let rest = record;
    let begun = false;
    for (let done = false; !done; ) {
      if (room < 7) {
        parts.push(Buffer.alloc(room));
        room = BLOCK;
      }
      const piece = rest.subarray(0, room - 7);
      rest = rest.subarray(piece.length);
      done = rest.length === 0;
      const header = Buffer.alloc(7);
      header.writeUInt16LE(piece.length, 4);
      header[6] = begun ? (done ? 4 : 3) : done ? 1 : 2;
      parts.push(header, piece);
      room -= 7 + piece.length;
      begun = true;
    }
  }
  return Buffer.concat(parts);
}

/** A table of one data block, its metaindex, its index and the footer. */
export function makeTable(entries: readonly Entry[], packing: 'none' | 'snappy' | 'zstd'): Buffer {
  let file = Buffer.alloc(0);
  const add = (block: Buffer): Buffer => {
    const packed =
      packing === 'none' ? block : packing === 'snappy' ? asLiterals(block) : zlib.zstdCompressSync(block);
    const handle = Buffer.concat([varint(file.length), varint(packed.length)]);
    const trailer = Buffer.from([['none', 'snappy', 'zstd'].indexOf(packing), 0, 0, 0, 0]);
    file = Buffer.concat([file, packed, trailer]);
    return handle;
  };
  const data = add(makeBlock(entries));
  const metaIndex = add(makeBlock([]));
  const index = add(makeBlock([{ key: Buffer.from('zzz'), value: data }]));
  const handles = Buffer.concat([metaIndex, index, Buffer.alloc(40)]).subarray(0, 40);
  return Buffer.concat([file, handles, MAGIC]);
}

function makeBlock(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  let before = Buffer.alloc(0);
  for (const { key, value } of entries) {
    let shared = 0;
    while (shared < key.length && key[shared] === before[shared]) shared++;
    parts.push(
      varint(shared),
      varint(key.length - shared),
      varint(value.length),
      key.subarray(shared),
      value,
    );
    before = Buffer.from(key);
  }
  const restarts = Buffer.alloc(8);
  restarts.writeUInt32LE(1, 4);
  return Buffer.concat([...parts, restarts]);
}

/** A Snappy stream that packs nothing. */
function asLiterals(bytes: Buffer): Buffer {
  const parts = [varint(bytes.length)];
  for (let at = 0; at < bytes.length; at += 60) {
    const piece = bytes.subarray(at, at + 60);
    parts.push(Buffer.from([(piece.length - 1) << 2]), piece);
  }
  return Buffer.concat(parts);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
