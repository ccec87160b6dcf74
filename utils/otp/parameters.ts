import type { Bytes } from '../bytes';

/** HMAC functions of RFC 6238. */
export const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export const DEFAULT_DIGITS = 6;
export const DEFAULT_PERIOD = 30;

interface CommonParameters {
  /** The shared secret, decoded; never empty. */
  readonly secret: Bytes;
  readonly algorithm: Algorithm;
  /** 6 to 10 (5 only where an import says so). */
  readonly digits: number;
}

/** RFC 6238: the moving factor is time, in steps of `period` seconds. */
export interface TotpParameters extends CommonParameters {
  readonly kind: 'totp';
  readonly period: number;
}

/** RFC 4226: the moving factor is a counter, kept with the account. */
export interface HotpParameters extends CommonParameters {
  readonly kind: 'hotp';
  readonly counter: number;
}

export type OtpParameters = TotpParameters | HotpParameters;

/** What a set-up code says: parameters, and whose account it is. */
export interface SetupKey {
  readonly issuer: string;
  /** The account at the issuer, as the portal writes it: often an e-mail address. */
  readonly account: string;
  readonly parameters: OtpParameters;
}
