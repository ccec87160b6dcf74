/**
 * Text as the words the vocabulary is written in. Only whole words are ever compared: `postcode` is not a code, and
 * `kz4rb2fa` is not 2FA. Scripts without blanks between words are cut into characters, Katakana into its runs.
 */

/** Parts of run-together names such as `otpcode`. A name is cut up only where all of it is made of these. */
const PARTS =
  'verification|verify|security|recovery|backup|confirm|access|factor|login|token|email|phone|input|totp|auth|pass|code|time|step|two|one|otp|otc|2fa|mfa|tfa|sms|pin';
const COMPOUND = new RegExp(`^(?:${PARTS})+$`);
const PART = new RegExp(PARTS, 'g');
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;

/** Without accents, lower case, a blank round each character of scripts that have none. */
function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(UNSPACED, ' $& ');
}

/** Lower-case words without accents, one blank between and at both ends: ` two factor code 1 `. */
export function words(text: string): string {
  const cut = plainForm(text.replace(/(\p{Ll})(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$2 '))
    .replace(/[^\p{L}\p{N}ー]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(/^(\p{L}+)(\d+)$/u, '$1 $2'))
    .map((word) => (COMPOUND.test(word) ? word.match(PART)!.join(' ') : word));
  return ` ${cut.join(' ')} `
    .replace(/ e (?=mail|post)/g, ' e')
    .replace(/ (?:one time |einmal ?)pass(?:words?|wort)?(?= )/g, ' otp');
}

/** Does a text, as `words` gives it, speak of this? */
export type Meaning = (text: string) => boolean;

/**
 * Words of one meaning, as alternatives: `*` ends a word in any way, `?` makes what stands before it optional. Written
 * as people write them; compared without accents and case, and only made ready once they are asked for.
 */
export function meaning(...alternatives: string[]): Meaning {
  let pattern: RegExp | undefined;
  return (text) => {
    if (!pattern) {
      const source = plainForm(alternatives.join('|'))
        .replace(/ +/g, ' ')
        .replace(/([|:[]) /g, '$1')
        .replace(/ ([|)\]])/g, '$1')
        .replace(/\*/g, '[^ ]*');
      pattern = new RegExp(` (?:${source.trim()})(?= )`);
    }
    return pattern.test(text);
  };
}
