import { describe, expect, it } from 'vitest';
import { APP, ONE_TIME, SECOND_FACTOR, says, words } from '../../utils/autofill/words';

describe('words', () => {
  it.each([
    ['twoFactorAuthCode', ' two factor auth code '],
    ['ci-otpCode-0', ' ci otp code 0 '],
    ['_tfa1', ' tfa 1 '],
    ['2faCodeInput', ' 2fa code input '],
    ['TOTPCode', ' totp code '],
    ['otpcode', ' otp code '],
    ['verificationcode', ' verification code '],
    ['data[User][two_fa_code]', ' data user two fa code '],
    ['kz4rb2fa', ' kz4rb2fa '],
    ['barcode', ' barcode '],
    ['Two‑step  verification', ' two step verification '],
    ['２段階', ' 2段階 '],
    ['Código de verificación', ' codigo de verificacion '],
    ['E-Mail', ' email '],
    ['One-time password', ' otp '],
    ['', '  '],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected));

  it('are matched whole', () => {
    expect(says(ONE_TIME, words('otp'))).toBe(true);
    expect(says(ONE_TIME, words('hotplate'))).toBe(false);
    expect(says(SECOND_FACTOR, words('2FA'))).toBe(true);
    expect(says(APP, words('disauthenticator'))).toBe(false);
  });
});
