import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseKeyUri } from '../../utils/otp/key-uri';
import { refusal } from './failures';
import { pick } from './random';

const S = 'secret=JBSWY3DPEHPK3PXP';

function longUri(length: number): string {
  return `otpauth://totp/x?${S}`.replace('x', 'n'.repeat(length - `otpauth://totp/?${S}`.length));
}

describe('refuses what would give wrong codes', () => {
  it.each([
    ['no secret', 'otpauth://totp/A:b?issuer=A', 'secret-missing'],
    ['no query', 'otpauth://totp/A:b', 'secret-missing'],
    ['empty secret', 'otpauth://totp/A:b?secret=', 'secret-missing'],
    ['secret that decodes to nothing', 'otpauth://totp/A:b?secret=A', 'secret-missing'],
    ['secret with 0', 'otpauth://totp/A:b?secret=JBSWY3DPEHPK3PX0', 'secret-not-base32: 0'],
    [
      'hexadecimal secret',
      'otpauth://totp/A:b?secret=3132333435363738393031323334353637383930',
      'secret-not-base32: 1',
    ],
    ['secret with an escaped plus', 'otpauth://totp/A:b?secret=JBSW%2BY3DP', 'secret-not-base32: +'],
    ['secret of 129 bytes', `otpauth://totp/A:b?secret=${'A'.repeat(207)}`, 'secret-too-long'],
    ['two secrets', `otpauth://totp/A:b?${S}&secret=AAAAAAAA`, 'uri-malformed'],
    ['two periods', `otpauth://totp/A:b?${S}&period=30&period=60`, 'uri-malformed'],
    ['digits 0', `otpauth://totp/A:b?${S}&digits=0`, 'digits-out-of-range: 0'],
    ['digits 5, which is Steam', `otpauth://totp/A:b?${S}&digits=5`, 'digits-out-of-range: 5'],
    ['digits 11', `otpauth://totp/A:b?${S}&digits=11`, 'digits-out-of-range: 11'],
    ['digits 100', `otpauth://totp/A:b?${S}&digits=100`, 'digits-out-of-range: 100'],
    ['digits in words', `otpauth://totp/A:b?${S}&digits=six`, 'digits-out-of-range: six'],
    ['digits with a fraction', `otpauth://totp/A:b?${S}&digits=6.5`, 'digits-out-of-range: 6.5'],
    ['period 0', `otpauth://totp/A:b?${S}&period=0`, 'period-out-of-range: 0'],
    ['period 10', `otpauth://totp/A:b?${S}&period=10`, 'period-out-of-range: 10'],
    ['period 14', `otpauth://totp/A:b?${S}&period=14`, 'period-out-of-range: 14'],
    ['period 301', `otpauth://totp/A:b?${S}&period=301`, 'period-out-of-range: 301'],
    ['period below zero', `otpauth://totp/A:b?${S}&period=-30`, 'period-out-of-range: -30'],
    ['MD5', `otpauth://totp/A:b?${S}&algorithm=MD5`, 'algorithm-unknown: MD5'],
    ['SHA224', `otpauth://totp/A:b?${S}&algorithm=SHA224`, 'algorithm-unknown: SHA224'],
    ['SHA3-256', `otpauth://totp/A:b?${S}&algorithm=SHA3-256`, 'algorithm-unknown: SHA3-256'],
    ['hotp without a counter', `otpauth://hotp/A:b?${S}`, 'counter-missing'],
    ['hotp with an empty counter', `otpauth://hotp/A:b?${S}&counter=`, 'counter-missing'],
    ['counter below zero', `otpauth://hotp/A:b?${S}&counter=-1`, 'counter-invalid: -1'],
    [
      'counter beyond exact numbers',
      `otpauth://hotp/A:b?${S}&counter=9007199254740992`,
      'counter-invalid: 9007199254740992',
    ],
    ['Steam as a type', `otpauth://steam/Steam:x?${S}`, 'kind-unsupported: steam'],
    ['Steam as a scheme', 'steam://JBSWY3DPEHPK3PXP', 'kind-unsupported: steam'],
    ['Steam as an encoder', `otpauth://totp/Steam:x?${S}&encoder=steam&digits=5`, 'kind-unsupported: steam'],
    ['Steam as a flag', `otpauth://totp/Steam:x?${S}&steam`, 'kind-unsupported: steam'],
    ['Yandex', 'otpauth://yaotp/x?secret=ORSXG5DJNZTXIZLTORUW4ZZRGI&pin_length=4', 'kind-unsupported: yaotp'],
    ['mOTP', 'motp://site:user?secret=30edcc8edae50a60', 'kind-unsupported: motp'],
    [
      'phonefactor',
      'phonefactor://activate_account?code=1&url=https%3A%2F%2Fx',
      'kind-unsupported: phonefactor',
    ],
    ['no type', `otpauth://?${S}`, 'uri-malformed'],
    ['2,049 characters', longUri(2049), 'uri-malformed'],
  ])('%s', (_, uri, reason) => {
    expect(refusal(() => parseKeyUri(uri))).toBe(reason);
  });

  it('takes the longest URI there may be', () => {
    expect(parseKeyUri(longUri(2048)).account).toHaveLength(128);
  });
});

describe('names what is no set-up code', () => {
  it.each([
    ['an app store', 'https://apps.apple.com/us/app/google-authenticator/id388497605', 'apps.apple.com'],
    ['a link that holds a key URI', `https://evil.example/?u=otpauth://totp/A:b?${S}`, 'evil.example'],
    ['a link with a password', 'http://user:pw@host.example:8080/x', 'host.example'],
    ['a link that is none', 'https://', 'https'],
    ['wireless access', 'WIFI:S:clinic;T:WPA;P:secret;;', 'wifi'],
    ['an e-mail address', 'mailto:front.desk@clinic.example', 'mailto'],
    ['a migration, asked for here', 'otpauth-migration://offline?data=AAAA', 'otpauth-migration'],
  ])('%s', (_, text, value) => {
    expect(refusal(() => parseKeyUri(text))).toBe(`not-a-setup-code: ${value}`);
  });

  it.each(['hunter2 is my password', ''])('repeats no plain text, which may be private: %j', (text) => {
    expect(refusal(() => parseKeyUri(text))).toBe('not-a-setup-text');
  });
});

it('only ever gives a key or a Failure, whatever the text', () => {
  const pieces = [
    'otpauth://',
    'totp',
    '/',
    '?',
    '&',
    '=',
    ':',
    '%',
    '%2',
    '%E9',
    '+',
    '#',
    'secret',
    'JBSWY3DP',
    'issuer',
    'digits',
    '8',
    'hotp',
    'counter',
    '\u0000',
    '😀',
    '\ud83d',
    '&amp;',
    '[',
    '(',
  ];
  for (let i = 0; i < 20_000; i++) {
    const text = Array.from({ length: randomInt(24) }, () => pick(pieces)).join('');
    expect(typeof refusal(() => parseKeyUri(`otpauth://${text}`))).toBe('string');
    expect(typeof refusal(() => parseKeyUri(text))).toBe('string');
  }
});
