import { describe, expect, it } from 'vitest';
import { toHex } from '../../utils/bytes';
import { parseTypedSetup } from '../../utils/otp/typed-key';
import { refusal } from './failures';

const nobody = { issuer: '', account: '' };

describe('parseTypedSetup', () => {
  it('reads a key in groups, in lower case, with the usual parameters', () => {
    const key = parseTypedSetup(' jbsw y3dp-ehpk 3pxp\n', {
      issuer: ' Cliniko ',
      account: 'ann@clinic.example',
    });
    expect(key).toMatchObject({ issuer: 'Cliniko', account: 'ann@clinic.example' });
    expect(key.parameters).toMatchObject({ kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 });
    expect(toHex(key.parameters.secret)).toBe('48656c6c6f21deadbeef');
  });

  it('reads a key URI pasted there, with its parameters; names that were typed win', () => {
    const uri = ' otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP&digits=8';
    expect(parseTypedSetup(uri, nobody)).toMatchObject({
      issuer: 'A',
      account: 'b',
      parameters: { digits: 8 },
    });
    expect(parseTypedSetup(uri, { issuer: '', account: 'ann' })).toMatchObject({
      issuer: 'A',
      account: 'ann',
    });
  });

  it.each([
    ['nothing', '', 'secret-missing'],
    ['a mistyped key', 'JBSWY3DP EHPK 0PXP', 'secret-not-base32: 0'],
    ['a label before the key', 'Key: JBSW', 'secret-not-base32: :'],
    ['a code instead of the key', '123 456', 'secret-not-base32: 1'],
    ['a link', 'https://portal.example/2fa', 'not-a-setup-code: portal.example'],
  ])('refuses %s', (_, text, reason) => {
    expect(refusal(() => parseTypedSetup(text, nobody))).toBe(reason);
  });
});
