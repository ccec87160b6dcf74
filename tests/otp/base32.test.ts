import { describe, expect, it } from 'vitest';
import { randomBytes, toHex } from '../../utils/bytes';
import { readSecret, writeSecret } from '../../utils/otp/base32';
import { refusal } from './failures';

describe('readSecret', () => {
  it.each([
    ['RFC 4648: fooba', 'MZXW6YTB', '666f6f6261'],
    ['RFC 4648: padded f', 'MY======', '66'],
    ['RFC 4648: foobar', 'MZXW6YTBOI======', '666f6f626172'],
    ['lower case in groups', 'jbsw y3dp ehpk 3pxp', '48656c6c6f21deadbeef'],
    ['dashes', 'JBSW-Y3DP-EHPK-3PXP', '48656c6c6f21deadbeef'],
    ['typographic dashes', 'JBSW–Y3DP‑EHPK—3PXP', '48656c6c6f21deadbeef'],
    ['no-break and zero-width blanks', 'JBSW\u00a0Y3DP\u200bEHPK\ufeff3PXP\n', '48656c6c6f21deadbeef'],
    ['bits left over are dropped', 'JBSWY3DPE', '48656c6c6f'],
    ['two letters, one byte', 'ME', '61'],
  ])('%s', (_, text, hex) => {
    expect(toHex(readSecret(text))).toBe(hex);
  });

  it.each([
    ['nothing', '', 'secret-missing'],
    ['padding only', '====', 'secret-missing'],
    ['one letter, which decodes to nothing', 'A', 'secret-missing'],
    ['a zero is not repaired', 'JBSWY3DPEHPK3PX0', 'secret-not-base32: 0'],
    ['the first stranger is named', 'JBSW!Y3DP1', 'secret-not-base32: !'],
    ['padding inside', 'JBSW=Y3DP', 'secret-not-base32: ='],
    ['a letter that upper-cases into ours', 'JBſWY3DP', 'secret-not-base32: ſ'],
    ['a whole emoji is named', 'JBSW🔑Y3DP', 'secret-not-base32: 🔑'],
    ['129 bytes', 'A'.repeat(207), 'secret-too-long'],
  ])('refuses: %s', (_, text, reason) => {
    expect(refusal(() => readSecret(text))).toBe(reason);
  });

  it('gives back every length it may hold, however it is dressed', () => {
    for (let length = 1; length <= 128; length++) {
      const secret = randomBytes(length);
      const grouped =
        writeSecret(secret)
          .toLowerCase()
          .match(/.{1,4}/g)
          ?.join(' ') ?? '';
      expect(readSecret(`${grouped}==`)).toEqual(secret);
    }
  });
});
