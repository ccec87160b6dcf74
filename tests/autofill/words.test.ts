import { describe, expect, it } from 'vitest';
import { APP, CODE, ONE_TIME, SECOND_FACTOR } from '../../utils/autofill/vocabulary';
import { words } from '../../utils/autofill/words';

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
    ['２段階', ' 2 段 階 '],
    ['Código de verificación', ' codigo de verificacion '],
    ['E-Mail', ' email '],
    ['認証コード', ' 認 証 コート '],
    ['바코드', ' 바코드 '],
    ['รหัส OTP', ' ร ห ส otp '],
    ['One-time password', ' otp '],
    ['', '  '],
  ])('%s', (text, expected) => expect(words(text)).toBe(expected));

  it('are matched whole', () => {
    expect(ONE_TIME(words('otp'))).toBe(true);
    expect(ONE_TIME(words('hotplate'))).toBe(false);
    expect(SECOND_FACTOR(words('2FA'))).toBe(true);
    expect(APP(words('disauthenticator'))).toBe(false);
    expect(CODE(words('コードを入力'))).toBe(true);
    expect(CODE(words('バーコード'))).toBe(false);
    expect(CODE(words('바코드'))).toBe(false);
  });
});
