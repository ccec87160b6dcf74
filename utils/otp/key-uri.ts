import { equalBytes } from '../bytes';
import { Failure } from '../failure';
import { readSecret, writeSecret } from './base32';
import { type AccountName, cleanName, joinLabel, splitLabel } from './label';
import { DEFAULT_DIGITS, DEFAULT_PERIOD, type OtpParameters, type SetupKey } from './parameters';
import { percentDecode, type RawParameter, readQuery } from './query';
import { readAlgorithm, readCounter, readDigits, readPeriod } from './read-parameters';
import { readScheme, refuseScheme } from './setup-scheme';

/** Characters of a key URI; an escape counts as one, so that names in any script fit. */
export const KEY_URI_LIMIT = 2048;

/**
 * Reads `otpauth://` as real portals and apps write it (the "Key Uri Format" and its many misreadings).
 * Whatever cannot change a code is forgiven; whatever could is refused with its name.
 *
 * @throws Failure `not-a-setup-code`, `kind-unsupported`, `uri-malformed`, `secret-…`,
 *   `digits-out-of-range`, `period-out-of-range`, `algorithm-unknown`, `counter-invalid`.
 */
export function parseKeyUri(text: string): SetupKey {
  const schemed = readScheme(text);
  if (schemed.scheme !== 'otpauth' && schemed.scheme !== 'apple-otpauth') throw refuseScheme(schemed);
  if (text.replace(/%[0-9a-f]{2}/gi, '%').length > KEY_URI_LIMIT) throw new Failure('uri-malformed');

  const { kind, label, query } = takeApart(schemed.rest);
  const parameters = readQuery(query);
  refuseOtherKinds(kind, parameters);
  return { ...namesIn(percentDecode(label), parameters), parameters: otpParameters(kind, parameters) };
}

/** Writes a key URI that every app reads: issuer as prefix and parameter, `%20` for a blank, nothing left to defaults. */
export function formatKeyUri({ issuer, account, parameters }: SetupKey): string {
  const { kind, secret, algorithm, digits } = parameters;
  const query = [
    `secret=${writeSecret(secret)}`,
    ...(issuer === '' ? [] : [`issuer=${encodeURIComponent(issuer)}`]),
    `algorithm=${algorithm}`,
    `digits=${digits}`,
    parameters.kind === 'totp' ? `period=${parameters.period}` : `counter=${parameters.counter}`,
  ];
  return `otpauth://${kind}/${joinLabel({ issuer, account })}?${query.join('&')}`;
}

function takeApart(rest: string): { kind: string; label: string; query: string } {
  // Pages escape a URI once more for HTML than they should, and then draw the result.
  const text = rest.replace(/&(?:amp;|#0*38;|#x0*26;)+/gi, '&');
  // A raw `?` may stand in the label; the one that opens the query has a parameter behind it.
  const opening = text.search(/\?(?=[\w.~[\]-]*(?:[=&]|$))/);
  const end = opening === -1 ? text.length : opening;
  const path = text.slice(0, end);
  const slash = path.indexOf('/');
  const kind = slash === -1 ? path : path.slice(0, slash);
  return {
    kind: cleanName(kind, 32).toLowerCase(),
    label: slash === -1 ? '' : path.slice(slash + 1),
    query: text.slice(end + 1),
  };
}

/** Steam and its like come in the clothes of TOTP; read as TOTP they would give wrong codes. */
function refuseOtherKinds(kind: string, parameters: readonly RawParameter[]): void {
  if (kind === '') throw new Failure('uri-malformed');
  if (kind !== 'totp' && kind !== 'hotp') throw new Failure('kind-unsupported', kind);
  const encoder = parameters.find(({ name, value }) => name === 'steam' || (name === 'encoder' && value));
  if (encoder) throw new Failure('kind-unsupported', cleanName(encoder.value ?? 'steam', 32).toLowerCase());
}

function namesIn(label: string, parameters: readonly RawParameter[]): AccountName {
  const raw = parameters.find(({ name, value }) => name === 'issuer' && value)?.value ?? '';
  const literal = percentDecode(raw);
  const issuer = percentDecode(withBlanks(raw));
  const sameWriting = literal !== '' && label.startsWith(`${literal}:`);
  return splitLabel(sameWriting ? issuer + label.slice(literal.length) : label, issuer);
}

/** Many write `Air+Canada` for a blank. Beside a `%20`, at the end or in pairs (`C++`) a plus is a plus. */
function withBlanks(issuer: string): string {
  return /%20|\s/.test(issuer) ? issuer : issuer.replace(/(?<=[^+])\+(?=[^+])/g, ' ');
}

function otpParameters(kind: string, parameters: readonly RawParameter[]): OtpParameters {
  const secrets = valuesOf(parameters, 'secret').map(readSecret);
  const secret = secrets[0];
  if (!secret) throw new Failure('secret-missing');
  if (secrets.some((other) => !equalBytes(other, secret))) throw new Failure('uri-malformed');
  const common = {
    secret,
    algorithm: readAlgorithm(onlyValue(parameters, 'algorithm')),
    digits: readDigits(onlyValue(parameters, 'digits'), DEFAULT_DIGITS),
  };
  if (kind === 'hotp') return { kind, ...common, counter: readCounter(onlyValue(parameters, 'counter')) };
  return { kind: 'totp', ...common, period: readPeriod(onlyValue(parameters, 'period'), DEFAULT_PERIOD) };
}

/** What a parameter says, empty where it says nothing. Said twice and differently, nobody knows which is meant. */
function onlyValue(parameters: readonly RawParameter[], name: string): string {
  const values = valuesOf(parameters, name);
  if (new Set(values.map((value) => value.toUpperCase())).size > 1) throw new Failure('uri-malformed');
  return values[0] ?? '';
}

/** Decoded values of a parameter that say something; `null` is how some exporters write "not set". */
function valuesOf(parameters: readonly RawParameter[], name: string): string[] {
  return parameters
    .filter((parameter) => parameter.name === name)
    .map(({ value }) => percentDecode(value?.replaceAll('+', ' ') ?? '').trim())
    .filter((value) => value !== '' && value.toLowerCase() !== 'null');
}
