import { readVarint } from './varint.ts';

/** Three bytes can stand for 64 at most. */
const MOST = 22;

/**
 * A raw Snappy stream: its length, then literals and copies of what came before. What follows its end is not looked at.
 * @throws RangeError
 */
export function decompressSnappy(packed: Uint8Array): Buffer {
  const { value: length, next } = readVarint(packed, 0);
  if (length > packed.length * MOST) throw new RangeError('not a Snappy stream: it claims to be too long');
  const unpacked = Buffer.alloc(length);
  let from = next;
  let to = 0;

  const little = (bytes: number) => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += packed[from++]! * 2 ** (8 * i);
    return value;
  };
  const literal = (size: number) => {
    if (from + size > packed.length || to + size > length)
      throw new RangeError('a literal runs over the end');
    unpacked.set(packed.subarray(from, from + size), to);
    from += size;
    to += size;
  };
  const copy = (size: number, offset: number) => {
    if (!(offset > 0 && offset <= to) || to + size > length)
      throw new RangeError('a copy of what is not there');
    // A copy may overlap what it writes: byte for byte.
    for (const end = to + size; to < end; to++) unpacked[to] = unpacked[to - offset]!;
  };

  while (to < length && from < packed.length) {
    const tag = packed[from++]!;
    const upper = tag >> 2;
    const kind = tag & 3;
    if (kind === 0) literal((upper < 60 ? upper : little(upper - 59)) + 1);
    else if (kind === 1) copy((upper & 7) + 4, ((tag >> 5) << 8) + little(1));
    else copy(upper + 1, little(kind === 2 ? 2 : 4));
  }
  if (to !== length) throw new RangeError('the Snappy stream ends early');
  return unpacked;
}
