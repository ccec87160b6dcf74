/**
 * The few DER shapes an X.509 certificate needs (ITU-T X.690). Every function returns one complete
 * tag-length-value.
 */
function tagged(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size]);
  const octets: number[] = [];
  for (let rest = size; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return Buffer.from([0x80 | octets.length, ...octets]);
}

export const sequence = (...contents: Uint8Array[]) => tagged(0x30, ...contents);
export const set = (...contents: Uint8Array[]) => tagged(0x31, ...contents);
export const octetString = (...contents: Uint8Array[]) => tagged(0x04, ...contents);
export const bitString = (content: Uint8Array, unusedBits = 0) =>
  tagged(0x03, Buffer.from([unusedBits]), content);
export const utf8String = (text: string) => tagged(0x0c, Buffer.from(text, 'utf8'));
export const boolean = (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0]));

/** `[number] EXPLICIT`, constructed. */
export const explicit = (number: number, ...contents: Uint8Array[]) => tagged(0xa0 | number, ...contents);

/** `[number] IMPLICIT` over a primitive type. */
export const implicit = (number: number, content: Uint8Array) => tagged(0x80 | number, content);

/** A non-negative INTEGER from big-endian bytes; a zero byte keeps the sign bit clear. */
export function unsignedInteger(bytes: Uint8Array): Buffer {
  const firstUsed = bytes.findIndex((byte) => byte !== 0);
  const digits = firstUsed < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(firstUsed));
  return (digits[0] ?? 0) & 0x80 ? tagged(0x02, Buffer.from([0]), digits) : tagged(0x02, digits);
}

/** OBJECT IDENTIFIER from its dotted text. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, ...[first * 40 + second, ...rest].map(base128));
}

function base128(arc: number): Buffer {
  const octets = [arc & 0x7f];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 | (rest & 0x7f));
  }
  return Buffer.from(octets);
}

/** UTCTime, whole seconds; good for the years 1950 to 2049. */
export function utcTime(at: Date): Buffer {
  const [date = '', time = ''] = at.toISOString().split('T');
  return tagged(
    0x17,
    Buffer.from(`${date.slice(2).replaceAll('-', '')}${time.slice(0, 8).replaceAll(':', '')}Z`),
  );
}
