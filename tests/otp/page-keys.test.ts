import { describe, expect, it } from 'vitest';
import { readSecret, writeSecret } from '../../utils/otp/base32';
import { findPageKeys } from '../../utils/otp/page-keys';

const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const OTHER = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const grouped = (key: string, size: number, by = ' ') => key.match(new RegExp(`.{1,${size}}`, 'g'))!.join(by);
const found = (...texts: (readonly [text: string, near?: string])[]) =>
  findPageKeys(texts.map(([text, near = '']) => ({ text, near }))).map(({ key, isSaid }) => [
    writeSecret(key.parameters.secret),
    isSaid,
  ]);

describe('a key that a page shows as text', () => {
  it.each([
    ['in one piece', KEY, 'Secret key'],
    ['in groups of four', grouped(KEY, 4), 'Enter this key by hand'],
    ['in lower case', grouped(KEY.toLowerCase(), 4), 'Setup key'],
    ['in groups of five, with dashes', grouped(KEY, 5, '-'), 'Can’t scan? Manual entry'],
    ['after its own words', `Your key: ${grouped(KEY, 4)}`, ''],
    ['in the midst of a sentence', `Enter the code ${grouped(KEY, 4)} in your authenticator app.`, ''],
    ['in brackets', `Account sam, key (${KEY}), time based`, ''],
    ['with padding', `${KEY}======`, 'key'],
    ['with hidden hyphens', grouped(KEY, 4, '\u00ad'), 'key'],
    ['called so in German', grouped(KEY, 4), 'Geheimer Schlüssel'],
    ['called so in French', KEY, 'Clé de configuration'],
    ['called so by its id alone', KEY, 'totp-secret'],
    ['with its password-like name', KEY, 'Two-factor secret'],
  ])('is read %s', (_, text, near) => {
    expect(found([text, near])).toEqual([[KEY, true]]);
  });

  it.each([
    ['16 letters', 'JBSWY3DPEHPK3PXP'],
    ['26 letters', 'ORSXG5A7MFXGI3LPOJSWQ2LOM4'],
    ['52 letters', 'ORSXG5A7MFXGI3LPOJSWQ2LOM5ORSXG5A7MFXGI3LPOJSWQ2LOM4'],
    ['without a digit', 'KXQZMTRBWVLHNPJCSDFGYKXQ'],
  ])('of %s', (_, key) => {
    expect(found([key, 'key'])).toEqual([[writeSecret(readSecret(key)), true]]);
  });

  it('without a word beside it is kept, but not as said', () => {
    expect(found([grouped(KEY, 4)])).toEqual([[KEY, false]]);
    expect(found([grouped(KEY, 4)], [KEY, 'key'])).toEqual([[KEY, true]]);
  });

  it('whole, where the text round it reads as if a group of it belonged to a word', () => {
    expect(found([`Set-up key${grouped(KEY, 4)}`], [grouped(KEY, 4), 'Set-up key'])).toEqual([[KEY, true]]);
  });

  it('as a link, with its names', () => {
    const [link] = findPageKeys([
      { text: `otpauth://totp/Larkmoor:sam?secret=${KEY}&issuer=Larkmoor`, near: '' },
    ]);
    expect(link).toMatchObject({ isSaid: true, key: { issuer: 'Larkmoor', account: 'sam' } });
  });

  it('is told from another one', () => {
    expect(found([KEY, 'key'], [OTHER, 'key'])).toEqual([
      [KEY, true],
      [OTHER, true],
    ]);
  });
});

describe('is not mistaken', () => {
  it.each([
    ['prose in capitals', 'ENTER THE CODE THAT YOUR AUTHENTICATOR SHOWS', 'key'],
    ['prose in words of four letters', 'STOP WAIT LOOK READ TURN BACK', 'set up'],
    ['a long word', 'INTERNATIONALISATIONS', 'key'],
    ['a lower-case sentence', 'this text only uses words that have four', 'key'],
    ['a UUID', '6ba7b810-4dad-11d4-b56c-7756c4d43567', 'setup id'],
    ['an MD5 in letters that base32 has', 'd4245ecdba7fb6fe5c2de7a742ecf4ea', 'key'],
    ['a SHA-1', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'key'],
    ['a SHA-256 in capitals', 'A7FFC6F45BF7ED76675447A445C5D6667B52D55C4A7445A4D5F56E3AFF4D4A26', 'key'],
    ['an order number', 'ORD-2345-6672-ABCD', 'Order number'],
    ['a card number', '2345 6734 5672 3456', 'key'],
    ['a Windows product key', 'VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'Product key'],
    ['a licence', 'JBSWY3DPEHPK3PXP', 'Licence key'],
    ['a recovery key', grouped(KEY, 4, '-'), 'Your recovery key'],
    ['one recovery code', 'JBSWY3DPEHPK3PXP', 'Recovery codes'],
    ['an API key', OTHER, 'API key'],
    ['a client secret', OTHER, 'Client secret'],
    ['an invoice', 'INVA 2345 BCDE 67FG', 'Invoice'],
    ['a key cut short', 'JBSWY3DPEHPK', 'key'],
    ['base64', 'JbSwY3dPeHpK3pXpJbSwY3dPeHpK3pXp', 'key'],
    ['a key with a 1 in it', 'JBSWY3DPEHPK1PXP', 'key'],
    ['one letter over and over', 'AAAAAAAAAAAAAAAAAAAAAAAA', 'key'],
    ['a path', 'accounts/settings/security/authenticators', 'key'],
    ['an address', 'harbourphysiotherapyclinic@example.com', 'account key'],
    ['a broken link', 'otpauth://totp/x?secret=1', 'key'],
  ])('for one: %s', (_, text, near) => {
    expect(found([text, near])).toEqual([]);
  });

  it('for some: a list of codes of one length', () => {
    const codes = [
      'ABQX-TRMZ-KPWN-VBGH',
      'KXQZ-MTRB-WVLH-NPJC',
      'SDFG-YKXQ-ZMTR-B2WV',
      'LHNP-JCSD-FGY3-KXQZ',
    ];
    expect(found(...codes.map((code) => [code, 'Keep these'] as const))).toEqual([]);
  });

  it('for one: a text with two', () => {
    expect(found([`${KEY}, ${OTHER}`, 'keys'])).toEqual([]);
  });
});
