import type { CodeView } from '../../../utils/messaging/views';
import { nodeCode } from '../../otp/node-code.ts';
import type { Random } from './random.ts';

/** All that an account must still be when the vault is opened again. */
export interface Facts {
  /** Ours, and a part of the account's name, so that it is known again under any issuer and by any id. */
  readonly serial: number;
  readonly issuer: string;
  readonly account: string;
  readonly origins: readonly string[];
  readonly fillsItself: boolean;
  readonly submits: boolean;
  readonly secret: Buffer<ArrayBuffer>;
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  readonly digits: number;
  /** Seconds; 0 for an account that counts. */
  readonly period: number;
  /** With which it was made; only of an account that counts. */
  readonly counter?: number;
}

const ISSUERS = ['Cliniko', 'Halaxy', 'Praxis Süd', 'Nookal + Co', 'Power Diary', '診療所', 'Jane & Sons'];

export function randomFacts(serial: number, random: Random): Facts {
  return {
    serial,
    ...randomNames(serial, random),
    origins: random.chance(0.5) ? [randomOrigin(random)] : [],
    fillsItself: true,
    submits: false,
    secret: Buffer.from(random.bytes(random.pick([16, 20, 32]))),
    algorithm: random.pick(['SHA1', 'SHA1', 'SHA256', 'SHA512']),
    digits: random.pick([6, 6, 8]),
    period: random.pick([30, 30, 60]),
  };
}

export function randomNames(serial: number, random: Random): Pick<Facts, 'issuer' | 'account'> {
  return { issuer: random.pick(ISSUERS), account: `u${serial}.${random.int(1, 1e6)}@clinic.example` };
}

export function randomOrigin(random: Random): string {
  return `https://practice${random.int(1, 1e6)}.portal.example`;
}

/** The serial in an account's name; null for a name that is none of ours. */
export function serialOf(account: string): number | null {
  const found = /^u(\d+)\.\d+@clinic\.example$/.exec(account);
  return found ? Number(found[1]) : null;
}

export function keyUri({ issuer, account, secret, algorithm, digits, period, counter }: Facts): string {
  const name = encodeURIComponent(issuer);
  const query = `secret=${base32(secret)}&issuer=${name}&algorithm=${algorithm}&digits=${digits}`;
  const [kind, moves] = counter === undefined ? ['totp', `period=${period}`] : ['hotp', `counter=${counter}`];
  return `otpauth://${kind}/${name}:${encodeURIComponent(account)}?${query}&${moves}`;
}

/** Both codes of the view are those of RFC 6238, and the first of them is good now (ms, give or take a step). */
export function hasRightCodes(facts: Facts, view: CodeView, now: number): boolean {
  const { secret, algorithm, digits, period } = facts;
  const parameters = { kind: 'totp', secret, algorithm, digits, period } as const;
  const next = view.validUntil / (period * 1000);
  return (
    Number.isInteger(next) &&
    Math.abs(view.validUntil - now) <= 2 * period * 1000 &&
    view.code === nodeCode(parameters, BigInt(next) - 1n) &&
    view.nextCode === nodeCode(parameters, BigInt(next))
  );
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const quintets = bits.match(/.{1,5}/g) ?? [];
  return quintets
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}
