import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import * as der from './der.ts';

export interface ServerCertificate {
  /** PEM, for `node:https`. */
  readonly certificate: string;
  readonly privateKey: string;
  /** SHA-256 of the public key (SPKI) in base64, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2'));
const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const SUBJECT_ALT_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const DIGITAL_SIGNATURE = der.bitString(Buffer.from([0x80]), 7);

/**
 * A self-signed ECDSA P-256 certificate (RFC 5280), valid from yesterday for 90 days.
 * `hosts` are DNS names, wildcards allowed, or IPv4 addresses; all go in subjectAltName.
 */
export function makeCertificate(hosts: readonly string[], now: number): ServerCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKeyDer = publicKey.export({ type: 'spki', format: 'der' });
  const name = der.sequence(
    der.set(der.sequence(der.objectIdentifier(COMMON_NAME), der.utf8String('Demo clinic'))),
  );
  const body = der.sequence(
    der.explicit(0, der.unsignedInteger(Buffer.from([2]))), // version 3
    der.unsignedInteger(randomBytes(16)),
    ECDSA_WITH_SHA256,
    name,
    der.sequence(der.utcTime(new Date(now - DAY_MS)), der.utcTime(new Date(now + 89 * DAY_MS))),
    name,
    publicKeyDer,
    der.explicit(3, extensions(hosts)),
  );
  const signature = sign('sha256', body, { key: privateKey, dsaEncoding: 'der' });
  const certificate = der.sequence(body, ECDSA_WITH_SHA256, der.bitString(signature));
  return {
    certificate: pem('CERTIFICATE', certificate),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    spki: createHash('sha256').update(publicKeyDer).digest('base64'),
  };
}

function extensions(hosts: readonly string[]): Buffer {
  return der.sequence(
    extension(BASIC_CONSTRAINTS, true, der.sequence()),
    extension(KEY_USAGE, true, DIGITAL_SIGNATURE),
    extension(EXTENDED_KEY_USAGE, false, der.sequence(der.objectIdentifier(SERVER_AUTH))),
    extension(SUBJECT_ALT_NAME, false, der.sequence(...hosts.map(generalName))),
  );
}

function extension(identifier: string, critical: boolean, value: Uint8Array): Buffer {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.objectIdentifier(identifier), ...flag, der.octetString(value));
}

function generalName(host: string): Buffer {
  return isIPv4(host)
    ? der.implicit(7, Buffer.from(host.split('.').map(Number)))
    : der.implicit(2, Buffer.from(host, 'ascii'));
}

function pem(label: string, content: Uint8Array): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
