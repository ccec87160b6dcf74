const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/**
 * The records of a LevelDB log or manifest, whole again where they were cut at the ends of 32 KiB blocks. Each part
 * is four bytes of checksum, two of length, one of type. What no longer fits is left out: the raw bytes are looked at too.
 */
export function readLog(file: Uint8Array): Buffer[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let block = 0; block < bytes.length; block += BLOCK) {
    const end = Math.min(block + BLOCK, bytes.length);
    for (let at = block; at + HEADER <= end; ) {
      const length = bytes.readUInt16LE(at + 4);
      const type = bytes[at + 6]!;
      if (type < FULL || type > LAST || at + HEADER + length > end) break; // the empty end of a block, or damage
      if (type === FULL || type === FIRST) parts = [];
      parts.push(bytes.subarray(at + HEADER, at + HEADER + length));
      if (type === FULL || type === LAST) records.push(Buffer.concat(parts));
      at += HEADER + length;
    }
  }
  return records;
}
