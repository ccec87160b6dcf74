import { Failure } from '../failure';

/** Length counts, not the kinds of characters: four plain words beat one clever one. */
export const LEAST_PASSWORD_LENGTH = 12;

export type PasswordStrength = 'too-short' | 'too-common' | 'fair' | 'good' | 'strong';

/** What people type first when twelve characters are asked for; compared without case, digits' place or repetition. */
const COMMON = new Set(
  `password passwort motdepasse contrasena senha wachtwoord passw0rd letmein welcome willkommen bienvenue admin
administrator clinic physio reception practice doctor health medical secret qwerty qwertyuiop qwertzuiop azerty
azertyuiop asdfghjkl zxcvbnm iloveyou sunshine princess football baseball dragon monkey master superman batman
trustno1 changeme default temp test guest login hello abc abcdef abcdefgh lanyard cliniko`.split(/\s+/),
);

export function passwordStrength(password: string): PasswordStrength {
  const text = password.normalize('NFKC');
  if ([...text].length < LEAST_PASSWORD_LENGTH) return 'too-short';
  if (isCommon(text)) return 'too-common';
  const variety = new Set(text.toLowerCase()).size;
  if (text.length >= 20 && variety >= 10) return 'strong';
  return text.length >= 15 && variety >= 8 ? 'good' : 'fair';
}

/** @throws Failure `password-too-short`, `password-too-common` */
export function requirePassword(password: string): void {
  const strength = passwordStrength(password);
  if (strength === 'too-short') throw new Failure('password-too-short', LEAST_PASSWORD_LENGTH);
  if (strength === 'too-common') throw new Failure('password-too-common');
}

/** One common word with digits or signs around it, one piece repeated, or a run along the alphabet or the keypad. */
function isCommon(text: string): boolean {
  const letters = text.toLowerCase().replace(/[^\p{L}]+/gu, '');
  const piece = /^(.{1,6}?)\1+$/u.exec(text.toLowerCase())?.[1];
  if (piece !== undefined || COMMON.has(letters) || new Set(text.toLowerCase()).size < 5) return true;
  const repeated = /^(.+?)\1+$/u.exec(letters)?.[1];
  return (repeated !== undefined && COMMON.has(repeated)) || isRun(text);
}

function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, i) => code - codes[i]!);
  const even = steps.filter((step) => step === steps[0] || step === -9).length;
  return Math.abs(steps[0] ?? 0) <= 1 && even >= steps.length - 1;
}
