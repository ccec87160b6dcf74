import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatKeyUri, parseKeyUri } from '../../utils/otp/key-uri';
import { cleanName } from '../../utils/otp/label';
import type { SetupKey } from '../../utils/otp/parameters';
import { pick, randomParameters } from './random';

const S = 'secret=JBSWY3DPEHPK3PXP';

describe('formatKeyUri', () => {
  it('writes everything out', () => {
    const { secret } = parseKeyUri(`otpauth://totp/x?${S}`).parameters;
    const key = { issuer: 'Ä & Co', account: 'a+b@c.org' };
    expect(
      formatKeyUri({
        ...key,
        parameters: { kind: 'totp', secret, algorithm: 'SHA256', digits: 8, period: 60 },
      }),
    ).toBe(
      `otpauth://totp/%C3%84%20%26%20Co:a%2Bb%40c.org?${S}&issuer=%C3%84%20%26%20Co&algorithm=SHA256&digits=8&period=60`,
    );
    expect(
      formatKeyUri({
        ...key,
        issuer: '',
        parameters: { kind: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 0 },
      }),
    ).toBe(`otpauth://hotp/a%2Bb%40c.org?${S}&algorithm=SHA1&digits=6&counter=0`);
  });

  it('is undone by parseKeyUri, whatever the names', () => {
    const pieces = [
      'a',
      'B',
      ' ',
      ':',
      '::',
      '?',
      '&',
      '&amp;',
      '#',
      '%',
      '%41',
      '+',
      '=',
      '/',
      'period=30',
      'secret=A',
      'é',
      'e\u0301',
      '漢字',
      '😀',
      '\u202e',
      '\ud800',
      "'",
      '\u200b',
      'null',
    ];
    const name = () => cleanName(Array.from({ length: randomInt(9) }, () => pick(pieces)).join(''));
    for (let i = 0; i < 20_000; i++) {
      const key: SetupKey = { issuer: name(), account: name(), parameters: randomParameters() };
      expect(parseKeyUri(formatKeyUri(key))).toEqual(key);
    }
  });

  it('keeps the longest names in any script within the limit', () => {
    const parameters = parseKeyUri(`otpauth://totp/x?secret=${'A'.repeat(204)}`).parameters;
    const key = { issuer: '漢'.repeat(128), account: '字'.repeat(128), parameters };
    expect(parseKeyUri(formatKeyUri(key))).toEqual(key);
  });
});
