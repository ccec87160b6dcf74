import { describe, expect, it } from 'vitest';
import type { FieldFacts } from '../../utils/autofill/field';
import { findPrompt } from '../../utils/autofill/prompt';
import { field, row } from './field-facts';

const APP = ['Two-factor authentication', 'Enter the 6-digit code from your authenticator app.'];
const password = field({ type: 'password', name: 'password', label: 'Password' });
const login = [field({ name: 'email', type: 'email', label: 'Email' }), password];
/** Stands for what a box says and where it stands. */
type Form = readonly [name: string, fields: FieldFacts[], verdict: string];

function verdictOn(fields: readonly FieldFacts[]): string {
  const verdict = findPrompt(fields);
  if (verdict.kind === 'totp') return verdict.boxes.join();
  return verdict.kind === 'other' ? verdict.other : verdict.kind;
}

const PROMPTS: Form[] = [
  ['a code from an app', [field({ name: 'code', near: APP })], '0'],
  ['one-time-code alone', [field({ autocomplete: 'one-time-code' })], '0'],
  ['totp by name', [field({ name: 'totp' })], '0'],
  ['an id that begins with a digit', [field({ id: '2faCodeInput' })], '0'],
  ['camel case', [field({ id: 'twoFactorCode' })], '0'],
  ['run together', [field({ name: 'otpcode', type: 'tel' })], '0'],
  ['masked like a password', [field({ type: 'password', name: 'otp_code' })], '0'],
  [
    'named key, with the words above',
    [field({ name: 'key', maxlength: 6, near: ['Two-Factor Authentication'] })],
    '0',
  ],
  ['a code for a second factor', [field({ name: 'code', label: 'Code', near: ['Verify 2-Factor'] })], '0'],
  ['verification code, said', [field({ label: 'Verification code' })], '0'],
  ['beside user name and password', [...login, field({ name: 'totp_code', label: 'Code if enabled' })], '2'],
  [
    'recovery is a way out',
    [field({ name: 'code', near: [...APP, 'Lost your phone? Use a recovery code instead.'] })],
    '0',
  ],
  ['halves of a code', [field({ name: 'otp1', maxlength: 3 }), field({ name: 'otp2', maxlength: 3 })], '0,1'],
  ['a box without words or name, for digits', [field({ type: 'tel' })], '0'],
  [
    'help for a code that did not come',
    [field({ name: 'otp', near: [...APP, "Didn't get the code?"] })],
    '0',
  ],
  [
    'another panel whose code is mailed',
    [
      field({ id: 'twoFactorCode', near: [...APP, 'This code was emailed to you.'] }),
      field({ id: 'twoFactorCodeEmail', near: [...APP, 'This code was emailed to you.'] }),
    ],
    '0',
  ],
  [
    'a button that sends it by text instead',
    [field({ label: 'Code', near: APP, actions: ['Send code by SMS'] })],
    '0',
  ],
  [
    'recovery offered before the heading is read',
    [field({ label: 'Passcode', near: ['Use a scratch code', 'Two-factor authentication'] })],
    '0',
  ],
  [
    'recovery in a later sentence',
    [field({ name: 'code', near: [APP[1]!, 'You may also enter a recovery code.'] })],
    '0',
  ],
  [
    'a recovery box beside it',
    [field({ name: 'code', near: APP }), field({ name: 'recovery_code', near: APP })],
    '0',
  ],
  [
    'texting is another way',
    [field({ name: 'code', near: APP, actions: ['Verify', 'Text me instead'] })],
    '0',
  ],
  [
    'enrolment with a device name',
    [field({ label: 'Device name', near: APP }), field({ name: 'code', near: APP })],
    '1',
  ],
  [
    'enrolment with the secret shown',
    [field({ name: 'totp_secret', fillable: false }), field({ name: 'totp' })],
    '1',
  ],
  ['a hidden twin', [field({ name: 'otp', fillable: false }), field({ name: 'otp' })], '1'],
  ['six boxes', row(6), '0,1,2,3,4,5'],
  ['eight boxes', row(8, { near: APP }), '0,1,2,3,4,5,6,7'],
  [
    'a first box with room for the whole code, the others without a length',
    row(6, { maxlength: null, near: APP }).map((box, place) =>
      place === 0
        ? { ...box, id: 'otp-_r_0_', maxlength: 6, autocomplete: 'one-time-code' }
        : { ...box, id: `otp-_r_0_-${place + 1}` },
    ),
    '0,1,2,3,4,5',
  ],
  ['six narrow boxes without a length', row(6, { maxlength: null, near: APP }), '0,1,2,3,4,5'],
  [
    'six number boxes, the first takes all',
    [
      field({ id: 'd0', maxlength: 6, box: { x: 0, y: 0, width: 40, height: 40 } }),
      ...row(6)
        .slice(1)
        .map((box) => ({ ...box, box: { ...box.box!, width: 40, height: 40 } })),
    ],
    '0,1,2,3,4,5',
  ],
  [
    'six boxes and a hidden whole',
    [...row(6), field({ type: 'hidden', name: 'otp', fillable: false })],
    '0,1,2,3,4,5',
  ],
  [
    'German',
    [field({ name: 'code', near: ['Zwei-Faktor-Authentifizierung', 'Code aus der Authentifizierungs-App'] })],
    '0',
  ],
  ['French', [field({ label: "Code d'authentification", near: ['Double authentification'] })], '0'],
  [
    'Spanish',
    [field({ label: 'Código', near: ['Autenticación de dos factores', 'aplicación de autenticación'] })],
    '0',
  ],
  [
    'Portuguese',
    [field({ label: 'Código', near: ['Autenticação em dois fatores', 'aplicativo autenticador'] })],
    '0',
  ],
  ['Dutch', [field({ label: 'Verificatiecode', near: ['Tweestapsverificatie'] })], '0'],
  [
    'Italian',
    [field({ label: 'Codice', near: ['Autenticazione a due fattori', 'app di autenticazione'] })],
    '0',
  ],
];

const OTHERS: Form[] = [
  [
    'a disabled box beside a button that gets a code',
    [field({ label: 'Phone' }), field({ name: 'verificationCode', fillable: false })],
    'sms',
  ],
  ['texted', [field({ autocomplete: 'one-time-code', near: ['We sent a code to •• 42.'] })], 'sms'],
  ['texted, by name', [field({ name: 'sms_code' })], 'sms'],
  ['mailed', [field({ name: 'otp', near: ['Check your email for a code.'] })], 'email'],
  ['mailed, by name', [field({ name: 'email-code' })], 'email'],
  ['six boxes with a button that sends again', row(6, { actions: ['Resend code'] }), 'sms'],
  ['beside a phone number', [field({ label: 'Phone' }), field({ name: 'otp' })], 'sms'],
  [
    'mailed, German',
    [field({ label: 'Sicherheitscode', near: ['Wir haben Ihnen eine E-Mail gesendet.'] })],
    'email',
  ],
  [
    'texted, French',
    [field({ label: 'Code de vérification', near: ['Un code a été envoyé au 06.'] })],
    'sms',
  ],
  [
    'app and text message in one breath',
    [field({ name: 'otp', near: ['Enter the code from your authenticator app or the one we sent you.'] })],
    'ask',
  ],
  ['recovery code', [field({ name: 'code', label: 'Recovery code', near: APP })], 'recovery'],
  [
    'recovery page',
    [
      field({
        name: 'code',
        near: ['Log in with a recovery code', 'You need your authenticator app next time.'],
      }),
    ],
    'recovery',
  ],
  ['scratch code', [field({ name: 'token', label: 'Scratch code', near: ['Two-factor'] })], 'recovery'],
  ['a security key', [field({ name: 'otp_token', placeholder: 'Touch YubiKey' })], 'security-key'],
  ['a device code', [field({ name: 'user_code', near: APP })], 'device'],
  ['four boxes', row(4, { near: ['Enter your PIN'] }), 'pin'],
];

const LOOK_ALIKES: Form[] = [
  ['an empty page', [], 'none'],
  ['a login', login, 'none'],
  ['post code', [field({ label: 'Postcode', name: 'post_code', maxlength: 6 })], 'none'],
  ['zip code', [field({ name: 'zipcode', inputmode: 'numeric' })], 'none'],
  ['promotion', [field({ name: 'promoCode', maxlength: 6 })], 'none'],
  [
    'a voucher, said by the page alone',
    row(6, { near: ['Redeem a gift voucher', 'Enter your code.'] }),
    'none',
  ],
  [
    'a voucher in boxes that a component calls one-time',
    row(6, { autocomplete: 'one-time-code', near: ['Redeem a gift voucher'] }),
    'none',
  ],
  [
    'card',
    [field({ label: 'Card number', autocomplete: 'cc-number' }), field({ label: 'Security code' })],
    'none',
  ],
  ['card code', [field({ autocomplete: 'cc-csc', label: 'Security code' })], 'none'],
  ['captcha', [field({ label: 'Verification code', name: 'captcha_code' })], 'none'],
  [
    'patient id of six',
    [field({ label: 'Patient ID', maxlength: 6, inputmode: 'numeric' }), password],
    'none',
  ],
  ['patient code', [field({ label: 'Patient verification code' })], 'none'],
  ['medical record number', [field({ label: 'Medical record #', maxlength: 8, pattern: '[0-9]*' })], 'none'],
  ['appointment', [field({ label: 'Appointment confirmation code' })], 'none'],
  [
    'activation code of a patient portal',
    [field({ name: 'code', near: ['Enter your activation code'], maxlength: 6 })],
    'none',
  ],
  [
    'search by code',
    [field({ type: 'search', name: 'code' }), field({ placeholder: 'Search code' })],
    'none',
  ],
  ['six boxes for a gift card', row(6, { near: ['Enter the code of your gift card'] }), 'none'],
  [
    'a code of the place, for deliveries',
    [field({ placeholder: 'Pincode', maxlength: 6, near: ['Check delivery'] })],
    'none',
  ],
  [
    'a phone number for a second factor',
    [field({ type: 'tel', name: 'phone', near: ['Two-factor authentication'] })],
    'none',
  ],
  [
    'a number of another kind',
    [field({ type: 'number', name: 'qty', near: ['Two-factor authentication'] })],
    'none',
  ],
  ['a name beside a second factor', [field({ label: 'Device name', near: APP })], 'none'],
  ['an equals sign in an example', [field({ placeholder: 'http.status_code=200' }), field()], 'none'],
  ['a bare code', [field({ name: 'code', label: 'Code' })], 'ask'],
  ['a bare code among other boxes', [field({ label: 'Code' }), field({ label: 'Name' })], 'none'],
  [
    'a name cut in the middle',
    [field({ id: 'kz4rb2fa' }), field({ name: 'barcode' }), field({ name: 'tokenfield' })],
    'none',
  ],
  ['a verification code beside a password', [...login, field({ label: 'Verification code' })], 'none'],
  ['a password called passcode', [field({ type: 'password', name: 'passcode' })], 'none'],
  [
    'a new password on the page of codes',
    [field({ type: 'password', label: 'New password', near: APP })],
    'none',
  ],
  ['three places', [field({ name: 'otp', maxlength: 3 })], 'none'],
  ['read-only', [field({ name: 'otp', fillable: false })], 'none'],
  ['two boxes alike', [field({ name: 'totp_a' }), field({ name: 'totp_b' })], 'none'],
  ['country code for the phone of a second factor', [field({ label: 'Country code', near: APP })], 'none'],
];

describe('a prompt for an authenticator code', () => {
  it.each(PROMPTS)('is found: %s', (_, fields, verdict) => expect(verdictOn(fields)).toBe(verdict));
  it.each(OTHERS)('is told apart: %s', (_, fields, verdict) => expect(verdictOn(fields)).toBe(verdict));
  it.each(LOOK_ALIKES)('is not seen in: %s', (_, fields, verdict) => expect(verdictOn(fields)).toBe(verdict));

  it('says why, and how many digits', () => {
    expect(findPrompt([field({ autocomplete: 'one-time-code', near: APP })])).toMatchObject({
      digits: 6,
      why: ['hint', 'one-time', 'says-code', 'authenticator', 'second-factor', 'one-time-near', 'alone'],
    });
    expect(findPrompt(row(8))).toMatchObject({ digits: 8 });
  });

  it('is told to be spoken, where no text is spoken of', () => {
    const whyOf = (near: string) => findPrompt([field({ label: 'Code', near: [near] })]).why;
    expect(whyOf('We are calling the phone ending in 56 with a single-use code.')).toContain('called');
    expect(whyOf('We sent a text message to the phone ending in 56.')).not.toContain('called');
    expect(whyOf('We can text or call you with a code sent to your phone.')).not.toContain('called');
  });

  it('does not depend on the order of boxes or on renamed ids', () => {
    const page = [...login, field({ autocomplete: 'one-time-code', group: 1, near: APP })];
    expect(verdictOn([page[2]!, page[0]!, page[1]!])).toBe('0');
    expect(verdictOn(page.map((facts, place) => ({ ...facts, id: `x${place}` })))).toBe('2');
  });
});

// Invariant 6, the part of it that words decide. The page's part is tried in a browser.
describe('never a box whose words say SMS, e-mail, card, patient', () => {
  const vetoes = ['SMS', 'e-mail', 'card', 'patient', 'recovery', 'postcode', 'captcha', 'promo', 'search'];
  it.each(vetoes)('%s, in its label, its name or its placeholder', (veto) => {
    for (const key of ['label', 'name', 'placeholder', 'ariaLabel'] as const)
      expect(findPrompt([field({ [key]: `${veto} code`, near: APP })]).kind).not.toBe('totp');
  });
  it('fills the very same box without that word', () =>
    expect(findPrompt([field({ label: 'code', near: APP })]).kind).toBe('totp'));
});
