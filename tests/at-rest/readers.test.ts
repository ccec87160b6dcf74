import { describe, expect, test } from 'vitest';
import { readLayers } from './layers';
import { readLog } from './leveldb-log';
import { readTable } from './leveldb-table';
import { decompressSnappy } from './snappy';
import { makeLog, makeTable } from './write-leveldb';

describe('Snappy', () => {
  test('literals, and copies with one, two and four bytes of offset', () => {
    const stream = [...[26], (4 - 1) << 2, ...Buffer.from('abcd')];
    stream.push(1 | ((4 - 4) << 2), 4); // abcd
    stream.push(2 | ((10 - 1) << 2), 8, 0); // abcdabcdab
    stream.push(3 | ((8 - 1) << 2), 2, 0, 0, 0); // overlaps itself: abababab
    expect(decompressSnappy(Uint8Array.from(stream)).toString()).toBe(`abcdabcdabcdabcdab${'abababab'}`);
  });

  test('long literals', () => {
    const text = 'x'.repeat(300);
    const stream = Buffer.concat([Buffer.from([0xac, 0x02, 61 << 2, 0x2b, 0x01]), Buffer.from(text)]);
    expect(decompressSnappy(stream).toString()).toBe(text);
  });

  test.each([
    ['ends early', [4, 3 << 2, 65, 66]],
    ['copies from before its beginning', [8, 0, 65, 1, 9]],
    ['claims to be endless', [255, 255, 255, 255, 7, 0, 65]],
    ['has no length', [255, 255]],
  ])('a stream that %s is refused', (_, bytes) => {
    expect(() => decompressSnappy(Uint8Array.from(bytes))).toThrow(RangeError);
  });
});

describe('a LevelDB log', () => {
  test('records come back whole, over block ends and over the short rest of a block', () => {
    const records = ['first', 'x'.repeat(32_768 - 2 * 7 - 5 - 4), 'y'.repeat(100_000), 'last'].map((text) =>
      Buffer.from(text),
    );
    expect(readLog(makeLog(records))).toEqual(records);
  });

  test('what a block end cuts in two is found in the log and not in the raw bytes', () => {
    const file = makeLog([Buffer.from(`${'-'.repeat(32_768 - 7 - 4)}NEEDLE-IN-TWO`)]);
    expect(file.includes('NEEDLE-IN-TWO')).toBe(false);
    const { layers } = readLayers('000003.log', file);
    expect(layers.some(({ kind, bytes }) => kind === 'log' && bytes.includes('NEEDLE-IN-TWO'))).toBe(true);
  });

  test('a log that was cut off gives what it still holds', () => {
    const file = makeLog([Buffer.from('whole'), Buffer.from('cut off')]);
    expect(readLog(file.subarray(0, -2))).toEqual([Buffer.from('whole')]);
    expect(readLog(Buffer.alloc(40))).toEqual([]);
  });
});

describe('a LevelDB table', () => {
  const entries = [
    { key: Buffer.from('account/one'), value: Buffer.from('NEEDLE') },
    { key: Buffer.from('account/two'), value: Buffer.from('-'.repeat(200)) },
    { key: Buffer.from('banana'), value: Buffer.alloc(0) },
  ];

  test.each(['none', 'snappy', 'zstd'] as const)('its entries, from blocks packed with %s', (packing) => {
    const table = readTable(makeTable(entries, packing));
    expect(table.entries.slice(0, 3)).toEqual(entries);
    expect(table.packed[packing]).toBeGreaterThanOrEqual(3);
  });

  test('a key whose beginning is shared is found in the table and not in the raw bytes', () => {
    const file = makeTable(entries, 'none');
    expect(file.includes('account/two')).toBe(false);
    const { layers } = readLayers('000005.ldb', file);
    expect(layers.some(({ kind, bytes }) => kind === 'table' && bytes.includes('account/two'))).toBe(true);
  });

  test('a file that is none is refused, not passed over', () => {
    expect(() => readTable(Buffer.alloc(100))).toThrow(RangeError);
  });
});
