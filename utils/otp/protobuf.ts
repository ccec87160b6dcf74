import type { Bytes } from '../bytes';

/** One field as it stands on the wire: a varint as 64 unsigned bits, or bytes. Fixed-width fields come as bytes. */
export interface WireField {
  readonly number: number;
  readonly value: bigint | Bytes;
}

const MOST_FIELD_NUMBER = 2n ** 29n - 1n;

/**
 * Reads the fields of a protocol-buffers message, in order. Strict: what does not end where it says it does
 * is not a message. Groups, which proto3 does not have, are refused.
 *
 * @throws RangeError
 */
export function readFields(message: Bytes): WireField[] {
  const fields: WireField[] = [];
  let offset = 0;

  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[offset++];
      if (byte === undefined) throw new RangeError('varint cut off');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError('varint too long');
  }

  function bytes(length: bigint): Bytes {
    if (length > BigInt(message.length - offset)) throw new RangeError('field cut off');
    const start = offset;
    offset += Number(length);
    return message.slice(start, offset);
  }

  while (offset < message.length) {
    const tag = varint();
    const number = tag >> 3n;
    if (number < 1n || number > MOST_FIELD_NUMBER) throw new RangeError('field number');
    fields.push({ number: Number(number), value: read(Number(tag & 7n)) });
  }
  return fields;

  function read(wireType: number): bigint | Bytes {
    if (wireType === 0) return varint();
    if (wireType === 1) return bytes(8n);
    if (wireType === 2) return bytes(varint());
    if (wireType === 5) return bytes(4n);
    throw new RangeError('wire type');
  }
}

/** The number in a field, or 0 where it is absent: proto3 leaves zeros out. The last one counts. */
export function numberIn(fields: readonly WireField[], number: number): bigint {
  const value = fields.findLast((field) => field.number === number)?.value ?? 0n;
  if (typeof value !== 'bigint') throw new RangeError('bytes where a number belongs');
  return value;
}

/** The bytes in a field, empty where it is absent. The last one counts. */
export function bytesIn(fields: readonly WireField[], number: number): Bytes {
  const value = fields.findLast((field) => field.number === number)?.value ?? new Uint8Array();
  if (typeof value === 'bigint') throw new RangeError('a number where bytes belong');
  return value;
}

/** `int32` is written as 64 bits, sign and all, so a negative one takes ten bytes. */
export function int32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}
