import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../utils/bytes';
import { codeAtStep, totpCode } from '../../utils/otp/code';
import type { SetupKey } from '../../utils/otp/parameters';
import { readSetupText } from '../../utils/otp/setup-text';
import { refusal } from './failures';

/** Real exports, which are not ours to ship; where they are at hand, they are read. */
const SAMPLES = new URL('../../../shared/samples/import/', import.meta.url);
const absent = !existsSync(SAMPLES);

interface Sample {
  readonly file: string;
  readonly qrText?: readonly string[];
  readonly expectError?: string;
  readonly expected: readonly {
    readonly type: string;
    readonly issuer: string;
    readonly name: string;
    readonly secretHex: string;
    readonly code: string;
  }[];
}

function read(path: string) {
  return readFileSync(new URL(path, SAMPLES), 'utf8');
}

function samples(folder: string): Sample[] {
  const index: Sample[] = absent ? [] : JSON.parse(read('index.json'));
  return index.filter(({ file }) => file.startsWith(folder) && !file.endsWith('.sqlite'));
}

/** What was in the QR code, or the lines of a text file that are not comments. */
function textsOf({ file, qrText }: Sample): readonly string[] {
  return (
    qrText ??
    read(file)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  );
}

/** The facts of a key, with its code at the time the samples were computed for. */
function facts({ issuer, account, parameters }: SetupKey) {
  const code =
    parameters.kind === 'totp'
      ? totpCode(parameters, 1_111_111_109_000)
      : codeAtStep(parameters, parameters.counter);
  return { type: parameters.kind, issuer, name: account, secretHex: toHex(parameters.secret), code };
}

describe.skipIf(absent)(`real exports${absent ? ' (not at hand)' : ''}`, () => {
  it.each([...samples('google-authenticator/'), ...samples('plain-otpauth/')])('$file', (sample) => {
    if (sample.expectError) {
      for (const text of textsOf(sample))
        expect(refusal(() => readSetupText(text))).toMatch(/^(not-a|migration-d)/);
      return;
    }
    const steam = /^steam:|otpauth:\/\/steam/;
    const texts = textsOf(sample).filter((text) => !steam.test(text));
    const found = texts.flatMap((text) => readSetupText(text).keys.map(facts));
    const expected = sample.expected
      .filter(({ type }) => type !== 'steam')
      .map(({ type, issuer, name, secretHex, code }) => ({ type, issuer, name, secretHex, code }));
    expect(found).toEqual(expected);
  });

  it('the table of oddities: what is refused, and why', () => {
    const rows: { case: string; uri: string }[] = absent
      ? []
      : JSON.parse(read('plain-otpauth/oddities-otpauth-npm-9.5.2.json'));
    const refused = rows
      .map((row) => `${row.case} | ${refusal(() => readSetupText(row.uri))}`)
      .filter((line) => !line.includes('| accepted'));
    expect(refused).toEqual([
      'secret with 0/1/8 | secret-not-base32: 0',
      'hex secret (40 hex) | secret-not-base32: 1',
      'empty secret | secret-missing',
      'no secret | secret-missing',
      'secret 1 char | secret-missing',
      'duplicate secret | uri-malformed',
      'digits 5 | digits-out-of-range: 5',
      'digits 0 | digits-out-of-range: 0',
      'digits 100 | digits-out-of-range: 100',
      'period 0 | period-out-of-range: 0',
      'algorithm MD5 | algorithm-unknown: MD5',
      'hotp no counter | counter-missing',
      'hotp negative counter | counter-invalid: -1',
      'steam host | kind-unsupported: steam',
      'steam scheme | kind-unsupported: steam',
      'encoder=steam | kind-unsupported: steam',
      'yaotp | kind-unsupported: yaotp',
      'motp | kind-unsupported: motp',
      'flag param without = | kind-unsupported: steam',
      'migration | migration-damaged',
      'phonefactor | kind-unsupported: phonefactor',
    ]);
  });
});
