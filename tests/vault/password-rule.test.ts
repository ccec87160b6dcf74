import { describe, expect, it } from 'vitest';
import { passwordStrength, requirePassword } from '../../utils/vault/password-rule';

describe('the password rule', () => {
  it.each([
    ['reception1', 'too-short'],
    ['', 'too-short'],
    ['👩‍⚕️👩‍⚕️', 'too-short'],
    ['password2026!', 'too-common'],
    ['PasswordPassword', 'too-common'],
    ['Reception12345', 'too-common'],
    ['aaaaaaaaaaaa', 'too-common'],
    ['abcabcabcabc', 'too-common'],
    ['123456789012', 'too-common'],
    ['987654321098', 'too-common'],
    ['abcdefghijklmn', 'too-common'],
    ['qwertyuiop12', 'too-common'],
    ['teal bus fern', 'fair'],
    ['Xk3$9q!Lm2wZ', 'fair'],
    ['seven teal buses', 'good'],
    ['correct horse battery staple', 'strong'],
  ] as const)('calls %j %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });

  it('names the reason it refuses for', () => {
    expect(() => requirePassword('short')).toThrow(
      expect.objectContaining({ code: 'password-too-short', values: ['12'] }),
    );
    expect(() => requirePassword('password1234')).toThrow(
      expect.objectContaining({ code: 'password-too-common' }),
    );
    expect(() => requirePassword('seven teal buses')).not.toThrow();
  });
});
