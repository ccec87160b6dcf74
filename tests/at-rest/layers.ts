import { readLog } from './leveldb-log.ts';
import { readTable } from './leveldb-table.ts';
import { decompressSnappy } from './snappy.ts';

/** One reading of a file. `raw` is the file as it is; the others are what a database would make of it. */
export interface Layer {
  readonly kind: 'raw' | 'log' | 'table' | 'packed value';
  readonly bytes: Buffer;
}

export interface Reading {
  readonly layers: readonly Layer[];
  /** Of a table: how many of its blocks were packed with Snappy or zstd. */
  readonly packedBlocks: number;
}

/** Everything that can be read in a file of this name. @throws RangeError where a database file is not what its name says */
export function readLayers(name: string, file: Buffer): Reading {
  const raw: Layer = { kind: 'raw', bytes: file };
  if (/(^|\/)(\d+\.log|MANIFEST-\d+)$/.test(name)) {
    const records = readLog(file).map((bytes): Layer => ({ kind: 'log', bytes }));
    return { layers: [raw, ...records, ...records.flatMap(unpackValues)], packedBlocks: 0 };
  }
  if (/(^|\/)\d+\.(ldb|sst)$/.test(name)) {
    const { entries, packed } = readTable(file);
    const pieces = entries
      .flatMap(({ key, value }) => [key, value])
      .map((bytes): Layer => ({ kind: 'table', bytes }));
    return {
      layers: [raw, ...pieces, ...pieces.flatMap(unpackValues)],
      packedBlocks: packed.snappy + packed.zstd,
    };
  }
  return { layers: [raw, ...unpackValues(raw)], packedBlocks: 0 };
}

/** How Chromium marks a large value of IndexedDB, which it packs with Snappy before the database sees it. */
const PACKED_VALUE = Buffer.from([0xff, 0x11, 0x02]);

function unpackValues({ bytes }: Layer): Layer[] {
  const values: Layer[] = [];
  for (let at = bytes.indexOf(PACKED_VALUE); at >= 0; at = bytes.indexOf(PACKED_VALUE, at + 1)) {
    const value = tryUnpack(bytes.subarray(at + PACKED_VALUE.length));
    if (value) values.push({ kind: 'packed value', bytes: value });
  }
  return values;
}

/** The three bytes may be there by chance. */
function tryUnpack(bytes: Buffer): Buffer | null {
  try {
    return decompressSnappy(bytes);
  } catch {
    return null;
  }
}
