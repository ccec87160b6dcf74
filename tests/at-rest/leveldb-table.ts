import * as zlib from 'node:zlib';
import { decompressSnappy } from './snappy.ts';
import { readVarint } from './varint.ts';

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Table {
  readonly entries: readonly Entry[];
  /** How many blocks were packed, by the packing's name. */
  readonly packed: Readonly<Record<'none' | 'snappy' | 'zstd', number>>;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
}

const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;
const PACKINGS = ['none', 'snappy', 'zstd'] as const;

/** Every entry of a LevelDB table, through its index, blocks unpacked and shared key beginnings put back. @throws RangeError */
export function readTable(file: Buffer): Table {
  if (file.length < FOOTER || file.readBigUInt64LE(file.length - 8) !== MAGIC)
    throw new RangeError('not a LevelDB table');
  const packed = { none: 0, snappy: 0, zstd: 0 };

  const block = ({ offset, size }: Handle): Buffer => {
    const packing = PACKINGS[file[offset + size] ?? -1];
    if (!packing) throw new RangeError('a block of an unknown kind');
    packed[packing]++;
    const bytes = file.subarray(offset, offset + size);
    if (packing === 'snappy') return decompressSnappy(bytes);
    return packing === 'zstd' ? zlib.zstdDecompressSync(bytes) : bytes;
  };

  const footer = file.length - FOOTER;
  const { handle: metaIndex, next } = readHandle(file, footer);
  const { handle: index } = readHandle(file, next);
  const blocksOf = (handle: Handle) =>
    readBlock(block(handle)).map(({ value }) => readHandle(value, 0).handle);
  const entries = blocksOf(index).flatMap((handle) => readBlock(block(handle)));
  // Filters and the like are not entries, but bytes all the same.
  const others = blocksOf(metaIndex).map((handle) => ({ key: Buffer.alloc(0), value: block(handle) }));
  return { entries: [...entries, ...others], packed };
}

function readHandle(bytes: Buffer, at: number): { handle: Handle; next: number } {
  const offset = readVarint(bytes, at);
  const size = readVarint(bytes, offset.next);
  return { handle: { offset: offset.value, size: size.value }, next: size.next };
}

/** Entries of one block: each says how much of the key before it shares. */
function readBlock(block: Buffer): Entry[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - 4 * restarts;
  const entries: Entry[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const shared = readVarint(block, at);
    const rest = readVarint(block, shared.next);
    const length = readVarint(block, rest.next);
    const valueAt = length.next + rest.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.next, valueAt)]);
    entries.push({ key, value: block.subarray(valueAt, valueAt + length.value) });
    at = valueAt + length.value;
  }
  return entries;
}
