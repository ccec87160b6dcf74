import { type Bytes, toBase64, utf8 } from '../../utils/bytes';

export const concatBytes = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** What goes into one account of a migration code; enums are the numbers of Google's `.proto`. */
export interface MigrationAccount {
  readonly secret?: Bytes;
  readonly name?: string;
  readonly issuer?: string;
  readonly algorithm?: number;
  readonly digits?: number;
  readonly kind?: number;
  readonly counter?: bigint;
  readonly uniqueId?: string;
}

export interface MigrationPayload {
  readonly accounts: readonly MigrationAccount[];
  readonly version?: number;
  readonly size?: number;
  readonly index?: number;
  readonly id?: number;
  /** Wire bytes put at the front, for fields nobody knows. */
  readonly extra?: Bytes;
}

export function varint(value: bigint): Bytes {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

export function writeField(number: number, value: bigint | Bytes): Bytes {
  if (typeof value === 'bigint') return concatBytes(varint(BigInt(number) << 3n), varint(value));
  return concatBytes(varint((BigInt(number) << 3n) | 2n), varint(BigInt(value.length)), value);
}

/** Leaves zeros and empty values out, as proto3 does. */
function fields(values: readonly (number | bigint | string | Bytes | undefined)[]): Bytes {
  return concatBytes(
    ...values.map((value, index) => {
      if (!value || (typeof value === 'object' && value.length === 0)) return new Uint8Array();
      if (typeof value === 'string') return writeField(index + 1, utf8(value));
      return writeField(index + 1, typeof value === 'number' ? BigInt(value) : value);
    }),
  );
}

export function migrationBytes({
  accounts,
  version = 1,
  size = 1,
  index,
  id,
  extra,
}: MigrationPayload): Bytes {
  const written = accounts.map(({ secret, name, issuer, algorithm, digits, kind, counter, uniqueId }) =>
    writeField(1, fields([secret, name, issuer, algorithm, digits, kind, counter, uniqueId])),
  );
  return concatBytes(extra ?? new Uint8Array(), ...written, fields([undefined, version, size, index, id]));
}

export function migrationUri(payload: MigrationPayload | Bytes): string {
  const bytes = 'accounts' in payload ? migrationBytes(payload) : payload;
  return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(bytes))}`;
}
