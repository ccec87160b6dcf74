import { type Bytes, fromBase64, readUtf8, toBase64, utf8 } from '../bytes';
import type { OtpParameters, SetupKey } from '../otp/parameters';
import type { RecoveryCode } from './recovery-codes';

/** One second factor at one portal. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  /** Exact https origins a code may go to; empty for an account that is only copied from. */
  readonly origins: readonly string[];
  /** Milliseconds since the epoch, as every time here. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** May fill after a login the person started, without a further click. */
  readonly fillsItself: boolean;
  /** Where a code was filled, the page's own button is pressed as well. */
  readonly submits: boolean;
  /** When the portal was first seen, or said, to have taken a code of it; null while nobody knows. */
  readonly verifiedAt: number | null;
  /** When the person is to be asked whether it did; null for never, or no more. */
  readonly askAt: number | null;
  /** When its set-up code was last shown, for a second device; missing where it never was. */
  readonly keyShownAt?: number;
  /** Stands at the top of the list, because the person said so; missing where it does not. */
  readonly pinned?: boolean;
  /** The portal's single-use codes, in its order; the used ones stay, struck through. */
  readonly recoveryCodes: readonly RecoveryCode[];
  /** Replaced or removed: no longer offered, still here to come back from a mistake. `merged`: another record holds the same secret. */
  readonly retired: Retirement | null;
}

export interface Retirement {
  readonly at: number;
  readonly why: 'replaced' | 'removed' | 'merged';
  /** The account that took its place; missing where it was removed, and in what was written before this was kept. */
  readonly by?: string;
}

/** What an account is like before anything was done with it. */
export function unused({ issuer, account, parameters }: SetupKey) {
  const settings = { origins: [], fillsItself: true, submits: false, verifiedAt: null, askAt: null };
  return { issuer, account, parameters, ...settings, recoveryCodes: [], retired: null };
}

/** What is left of an account once its time in the trash is over: enough that no old backup brings it back unasked. */
export interface Tombstone {
  readonly id: string;
  readonly purgedAt: number;
}

/** What a record holds. */
export type Content = Account | Tombstone;

export function isTombstone(content: Content): content is Tombstone {
  return 'purgedAt' in content;
}

/** Equal for two accounts that give the same codes. A counter moves, and does not tell them apart. */
export function secretOf({ parameters }: Pick<Account, 'parameters'>): string {
  const { kind, algorithm, digits, secret } = parameters;
  const period = parameters.kind === 'totp' ? parameters.period : 0;
  return JSON.stringify([kind, algorithm, digits, period, [...secret]]);
}

/** The bytes that are sealed: JSON, with the secret in base64. */
export function formatContent(content: Content): Bytes {
  if (isTombstone(content)) return utf8(JSON.stringify(content));
  const { parameters, ...rest } = content;
  return utf8(
    JSON.stringify({ ...rest, parameters: { ...parameters, secret: toBase64(parameters.secret) } }),
  );
}

/**
 * The inverse, for every schema there has been: what is older is brought to today's form.
 * Only ever given bytes that this vault's key has authenticated.
 */
export function parseContent(bytes: Uint8Array, schema: number): Content {
  const plain = JSON.parse(readUtf8(bytes));
  if ('purgedAt' in plain) return plain;
  for (const upgrade of UPGRADES.slice(schema - 1)) upgrade(plain);
  const { parameters, ...rest } = plain;
  // Written since these came; the schema is the same, since those who do not know them leave them as they are.
  const since = {
    submits: rest.submits === true,
    verifiedAt: rest.verifiedAt ?? null,
    askAt: rest.askAt ?? null,
  };
  return { ...rest, ...since, parameters: { ...parameters, secret: fromBase64(parameters.secret) } };
}

/** One step of the ladder a schema: `UPGRADES[0]` makes schema 2 of schema 1. */
const UPGRADES: readonly ((plain: Record<string, unknown>) => void)[] = [
  (account) => {
    account.changedAt = account.createdAt;
  },
  (account) => {
    account.recoveryCodes = [];
  },
];
