import type { Chance } from './chance.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const ISSUERS = [
  'Cliniko',
  'ClinicOffice',
  'Harbour Physiotherapy Pty Ltd',
  'Praxis Dr. Müller',
  'Tidewell',
  'Université de Genève',
  'PMS: north',
];
const PEOPLE = [
  'ann@clinic.example',
  'reception',
  'front.desk+2fa@mail.harbourphysio.example',
  'dr.j.smith@very-long-practice-name.clinic.example',
];

export const STORE_LINKS = [
  'https://apps.apple.com/us/app/google-authenticator/id388497605',
  'https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2',
] as const;

export const WORDS =
  'Protect your account with a second step when you log in. Install an authenticator app, scan the picture, then type the six digits it shows. If you cannot scan it, enter the key by hand. Ask your practice manager for help.'.split(
    ' ',
  );

/** Of 80 to 205 characters, as portals make them. */
export function keyUri(chance: Chance): string {
  for (;;) {
    const issuer = encodeURIComponent(chance.pick(ISSUERS));
    const account = encodeURIComponent(chance.pick(PEOPLE));
    const secret = chance.text(chance.pick([16, 26, 32, 32, 52, 64]), BASE32);
    const more =
      chance.next() < 0.5
        ? `&algorithm=${chance.pick(['SHA1', 'SHA256', 'SHA512'])}&digits=${chance.pick([6, 8])}&period=30`
        : '';
    const uri = `otpauth://totp/${issuer}${chance.pick([':', '%3A'])}${account}?secret=${secret}&issuer=${issuer}${more}`;
    if (uri.length >= 80 && uri.length <= 205) return uri;
  }
}

/** As dense as the codes of an authenticator app's export. */
export function migrationUri(chance: Chance): string {
  return `otpauth-migration://offline?data=${chance.text(4 * chance.within(80, 170), BASE64)}`;
}

export function someWords(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.pick(WORDS)).join(' ');
}
