import { type Bytes, fromBase64, readUtf8, toBase64, utf8 } from '../bytes';
import type { OtpParameters } from '../otp/parameters';

/** Version of the record's plain form below. A change writes a new schema beside, never in place. */
export const ACCOUNT_SCHEMA = 1;

/** One second factor at one portal. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  /** Exact https origins a code may go to; empty for an account that is only copied from. */
  readonly origins: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** May fill after a login the person started, without a further click. */
  readonly fillsItself: boolean;
  /** Replaced or removed: no longer offered, still here to come back from a mistake. */
  readonly retired: { readonly at: number; readonly why: 'replaced' | 'removed' } | null;
}

/** The bytes that are sealed: JSON, with the secret in base64. */
export function formatAccount({ parameters, ...rest }: Account): Bytes {
  return utf8(
    JSON.stringify({ ...rest, parameters: { ...parameters, secret: toBase64(parameters.secret) } }),
  );
}

/** The inverse. Only ever given bytes that this vault's key has authenticated. */
export function parseAccount(bytes: Uint8Array): Account {
  const { parameters, ...rest } = JSON.parse(readUtf8(bytes));
  return { ...rest, parameters: { ...parameters, secret: fromBase64(parameters.secret) } };
}
