import { describe, expect, it } from 'vitest';
import { writeSecret } from '../../utils/otp/base32';
import { parseKeyUri } from '../../utils/otp/key-uri';
import type { SetupKey } from '../../utils/otp/parameters';

const S = 'secret=JBSWY3DPEHPK3PXP';

/** One line: secret, issuer, account, algorithm, digits, period or counter. */
function summary({ issuer, account, parameters }: SetupKey): string {
  const { kind, secret, algorithm, digits } = parameters;
  const moving = parameters.kind === 'totp' ? parameters.period : parameters.counter;
  return `${kind} ${writeSecret(secret)} [${issuer}] [${account}] ${algorithm} ${digits} ${moving}`;
}

/** The summary of the usual parameters and secret. */
function usual(issuer: string, account: string): string {
  return `totp JBSWY3DPEHPK3PXP [${issuer}] [${account}] SHA1 6 30`;
}

describe('forgives what cannot change a code', () => {
  it.each([
    [
      'as specified',
      `otpauth://totp/ACME%20Co:john@example.com?${S}&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30`,
      usual('ACME Co', 'john@example.com'),
    ],
    ['no issuer', `otpauth://totp/alice?${S}`, usual('', 'alice')],
    ['lower-case secret', 'otpauth://totp/A:b?secret=jbswy3dpehpk3pxp', usual('A', 'b')],
    ['blanks in the secret', 'otpauth://totp/A:b?secret=JBSW%20Y3DP%20EHPK%203PXP', usual('A', 'b')],
    ['plus signs in the secret', 'otpauth://totp/A:b?secret=JBSW+Y3DP+EHPK+3PXP', usual('A', 'b')],
    ['dashes in the secret', 'otpauth://totp/A:b?secret=JBSW-Y3DP-EHPK-3PXP', usual('A', 'b')],
    ['padding', 'otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP======&issuer=A', usual('A', 'b')],
    ['escaped padding', 'otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP%3D%3D', usual('A', 'b')],
    ['the same secret twice', `otpauth://totp/A:b?${S}&secret=jbsw-y3dp-ehpk-3pxp`, usual('A', 'b')],
    ['empty label', `otpauth://totp/?${S}&issuer=Code`, usual('Code', '')],
    ['no path', `otpauth://totp?${S}&issuer=Code`, usual('Code', '')],
    ['empty issuer prefix', `otpauth://totp/:acc?${S}&issuer=`, usual('', 'acc')],
    ['issuer without =', `otpauth://totp/:acc?${S}&issuer`, usual('', 'acc')],
    ['issuer without = in front', `otpauth://totp/:acc?issuer&${S}`, usual('', 'acc')],
    ['trailing &', `otpauth://totp/A:b?${S}&`, usual('A', 'b')],
    ['&& and ?&', `otpauth://totp/A:b?&${S}&&issuer=A`, usual('A', 'b')],
    ['blanks and a line end around', ` \notpauth://totp/A:b?${S}\r\n`, usual('A', 'b')],
    ['what a scanner prints in front', `QR-Code:otpauth://totp/A:b?${S}`, usual('A', 'b')],
    ['? in a value', `otpauth://totp/A:b?${S}&issuer=What?`, usual('What?', 'A:b')],
    ['? in the label', `otpauth://totp/What?:b?${S}`, usual('What?', 'b')],
    ['escaped ? in the label', `otpauth://totp/A:b%3F?${S}`, usual('A', 'b?')],
    ['# in the label', `otpauth://totp/A:b#1?${S}`, usual('A', 'b#1')],
    ['# in the issuer', `otpauth://totp/C#:b?${S}&issuer=C#`, usual('C#', 'b')],
    ['/ in the label', `otpauth://totp/A/b:c?${S}`, usual('A/b', 'c')],
    [
      'blanks in the label',
      `otpauth://totp/Mongo Atlas:Acc !@#444?issuer=Mongo Atlas&${S}`,
      usual('Mongo Atlas', 'Acc !@#444'),
    ],
    ['lone %', `otpauth://totp/100%:b?${S}`, usual('100%', 'b')],
    ['%zz', `otpauth://totp/A%zz:b?${S}`, usual('A%zz', 'b')],
    ['Latin-1 %E9', `otpauth://totp/Caf%E9:b?${S}`, usual('Café', 'b')],
    ['UTF-8 %C3%A9', `otpauth://totp/Caf%C3%A9:b?${S}`, usual('Café', 'b')],
    ['upper-case scheme and type', `OTPAUTH://TOTP/A:b?${S}`, usual('A', 'b')],
    ['upper-case names', 'otpauth://totp/A:b?Secret=JBSWY3DPEHPK3PXP&Issuer=A&Digits=6', usual('A', 'b')],
    [
      'plus for a blank in the issuer',
      `otpauth://totp/Air%20Canada:Ben?${S}&issuer=Air+Canada`,
      usual('Air Canada', 'Ben'),
    ],
    [
      'plus for a blank in issuer and label',
      `otpauth://totp/Air+Canada:b+x@y.org?${S}&issuer=Air+Canada`,
      usual('Air Canada', 'b+x@y.org'),
    ],
    ['plus that is a plus', `otpauth://totp/C++:b?${S}&issuer=C++`, usual('C++', 'b')],
    ['plus beside %20', `otpauth://totp/A%20+%20B:c?${S}&issuer=A%20+%20B`, usual('A + B', 'c')],
    [
      'escaped colon and blank',
      `otpauth://totp/Big%20Corp%3A%20alice%40big.com?${S}`,
      usual('Big Corp', 'alice@big.com'),
    ],
    ['two colons', `otpauth://totp/A:b:c?${S}`, usual('A', 'b:c')],
    ['colon in the issuer', `otpauth://totp/A:B:c?${S}&issuer=A:B`, usual('A:B', 'c')],
    [
      'issuer says more than the prefix',
      `otpauth://totp/GitHub:bob?${S}&issuer=GitHub%20Inc`,
      usual('GitHub Inc', 'bob'),
    ],
    [
      'prefix says something else, and stays',
      `otpauth://totp/prod:bob?${S}&issuer=ACME`,
      usual('ACME', 'prod:bob'),
    ],
    [
      'image with an escaped address',
      `otpauth://totp/A:b?${S}&image=https%3A%2F%2Fx.example%2Fi.png%3Fa%3D1`,
      usual('A', 'b'),
    ],
    [
      'image with a raw address',
      `otpauth://totp/A:b?${S}&image=https://x.example/i.png?digits=8`,
      usual('A', 'b'),
    ],
    [
      'unknown names',
      `otpauth://totp/A:b?${S}&x[]=1&codeDisplay=%7B%22pinned%22%3Afalse%7D&lock=false`,
      usual('A', 'b'),
    ],
    ['apple-otpauth', `apple-otpauth://totp/A:b?${S}`, usual('A', 'b')],
    [
      'escaped for HTML',
      `otpauth://totp/A:b?${S}&amp;issuer=A&#038;digits=8`,
      'totp JBSWY3DPEHPK3PXP [A] [b] SHA1 8 30',
    ],
    [
      'escaped for HTML twice',
      `otpauth://totp/A:b?${S}&amp;amp;digits=8&amp;#38;period=60`,
      'totp JBSWY3DPEHPK3PXP [A] [b] SHA1 8 60',
    ],
    [
      'glued parameters',
      `otpauth://totp/A:b?${S}&issuer=Aperiod=60`,
      'totp JBSWY3DPEHPK3PXP [A] [b] SHA1 6 60',
    ],
    [
      'glued to the secret',
      `otpauth://totp/A:b?${S}issuer=Adigits=8`,
      'totp JBSWY3DPEHPK3PXP [A] [b] SHA1 8 30',
    ],
    ['hidden characters', `otpauth://totp/A%00%E2%80%AEevil:b%0A?${S}&issuer=A%00evil`, usual('Aevil', 'b')],
    ['decomposed letters', `otpauth://totp/Cafe%CC%81:b?${S}&issuer=Caf%C3%A9`, usual('Café', 'b')],
  ])('%s', (_, uri, expected) => {
    expect(summary(parseKeyUri(uri))).toBe(expected);
  });

  it.each([
    ['SHA1', ''],
    ['SHA1', 'null'],
    ['SHA1', 'sha1'],
    ['SHA1', 'SHA-1'],
    ['SHA1', 'HmacSHA1'],
    ['SHA1', 'Algorithm.sha1'],
    ['SHA256', 'sha256'],
    ['SHA256', 'SHA-256'],
    ['SHA256', 'HmacSHA256'],
    ['SHA256', 'HMAC-SHA-256'],
    ['SHA256', 'SHA_256'],
    ['SHA512', 'SHA512'],
    ['SHA512', 'Algorithm.sha512'],
    ['SHA512', 'hmac-sha512'],
  ])('%s from "%s"', (algorithm, written) => {
    expect(parseKeyUri(`otpauth://totp/A:b?${S}&algorithm=${written}`).parameters.algorithm).toBe(algorithm);
  });

  it('cuts names at 128 characters, and not through a character', () => {
    const key = parseKeyUri(`otpauth://totp/${'n'.repeat(200)}:a${'😀'.repeat(100)}?${S}`);
    expect(key.issuer).toBe('n'.repeat(128));
    expect(key.account).toBe(`a${'😀'.repeat(63)}`);
  });
});

describe('takes the parameters that are in use', () => {
  it.each([
    ['digits=7', 7, 30],
    ['digits=8', 8, 30],
    ['digits=10', 10, 30],
    ['digits=', 6, 30],
    ['digits=null', 6, 30],
    ['period=15', 6, 15],
    ['period=60', 6, 60],
    ['period=300', 6, 300],
    ['period=', 6, 30],
    ['period=null', 6, 30],
  ])('%s', (query, digits, period) => {
    expect(parseKeyUri(`otpauth://totp/A:b?${S}&${query}`).parameters).toMatchObject({ digits, period });
  });

  it.each([
    ['0', 0],
    ['10300', 10300],
    ['4294967297', 2 ** 32 + 1],
  ])('counter %s', (text, counter) => {
    const { parameters } = parseKeyUri(`otpauth://hotp/A:b?${S}&counter=${text}&period=0`);
    expect(parameters).toMatchObject({ kind: 'hotp', counter });
    expect(parameters).not.toHaveProperty('period');
  });
});
