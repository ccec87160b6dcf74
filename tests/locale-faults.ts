import type { Messages } from '../utils/languages';

/** What may be wrong with the texts of a language, beside the English ones. One line a fault, in words; empty for none. */
export function localeFaults(english: Messages, other: Messages, language: string): string[] {
  return [
    ...keyFaults(english, other),
    ...Object.entries(other).flatMap(([key, text]) =>
      [
        ...formFaults(text),
        ...placeFaults(english, key, text.message, language),
        ...signFaults(text.message, language),
        ...(isStillEnglish(english, key, text.message, language) ? ['is still English'] : []),
      ].map((fault) => `${key} ${fault}`),
    ),
    ...fixedFaults(other, language),
  ];
}

/** A name that a store takes, and the tag that pages and plural forms go by. */
function fixedFaults(other: Messages, language: string): string[] {
  const { extension_name: name, extension_description: description, language: tag } = other;
  return [
    name?.message !== 'Lanyard' && 'extension_name is not Lanyard',
    (description?.message.length ?? 0) > 132 && 'extension_description is longer than 132 characters',
    tag?.message !== language && `language is not ${language}`,
  ].filter((fault) => fault !== false);
}

const FORM = /_(?:zero|one|two|few|many|other)$/;

/** The stem of a text that is said with a number, or null. */
function countedStem(english: Messages, key: string): string | null {
  const stem = key.replace(FORM, '');
  return stem !== key && `${stem}_one` in english && `${stem}_other` in english ? stem : null;
}

function keyFaults(english: Messages, other: Messages): string[] {
  return [
    ...Object.keys(english)
      .filter((key) => !(key in other))
      .map((key) => `${key} is missing`),
    ...Object.keys(other)
      .filter((key) => !(key in english) && countedStem(english, key) === null)
      .map((key) => `${key} is unknown`),
  ];
}

function formFaults(text: Messages[string]): string[] {
  const { message } = text;
  return [
    Object.keys(text).join() !== 'message' && 'has more than a message',
    message.trim() === '' && 'is empty',
    /\p{L}/u.test(message) && /^ | $| {2}/.test(message) && 'has a space too many',
    /<[a-z/!]|&#?\w+;/i.test(message) && 'has markup',
    /\$(?![1-9$])/.test(message) && 'has a dollar that fills no place',
  ].filter((fault) => fault !== false);
}

const placesOf = (message: string) => [...new Set(message.match(/\$[1-9]/g))].sort().join(' ');
const withoutCount = (message: string) => message.replaceAll('$1', '');

/** Of a counted text the number may go unsaid where its form means that very number: in `one`, if that is 1 and nothing else. */
function placeFaults(english: Messages, key: string, message: string, language: string): string[] {
  const stem = countedStem(english, key);
  if (stem === null) return fillsAlike(english[key]?.message ?? message, message);
  const model = english[`${stem}_other`]!.message;
  const isOneOnly = new Intl.PluralRules(language).select(0) !== 'one';
  if (key.endsWith('_one') && isOneOnly) return fillsAlike(withoutCount(model), withoutCount(message));
  return fillsAlike(model, message);
}

function fillsAlike(model: string, message: string): string[] {
  const [wanted, found] = [placesOf(model), placesOf(message)];
  return wanted === found ? [] : [`fills ${found || 'nothing'} for ${wanted || 'nothing'}`];
}

const FOUR_WORDS = /(?:\p{L}{2,}\W+){3}\p{L}{2,}/u;

function isStillEnglish(english: Messages, key: string, message: string, language: string): boolean {
  return language !== 'en' && english[key]?.message === message && FOUR_WORDS.test(message);
}

/** Quotation marks in pairs, and what else the language's printers hold to. */
const QUOTES: Readonly<Record<string, readonly [string, string]>> = { de: ['„', '“'], fr: ['«', '»'] };

function signFaults(message: string, language: string): string[] {
  const [opens, closes] = QUOTES[language] ?? ['“', '”'];
  const count = (sign: string) => message.split(sign).length - 1;
  return [
    /["]/.test(message) && 'has a straight quotation mark',
    count(opens) !== count(closes) && 'has a quotation mark without its other half',
    language === 'de' && message.includes('”') && 'has a quotation mark of another language',
    /\.{3}/.test(message) && 'has three dots for an ellipsis',
    /!/.test(message) && 'has an exclamation mark',
    language === 'fr' && FRENCH_SPACE.test(message) && 'lacks a narrow space',
  ].filter((fault) => fault !== false);
}

/** French keeps a space that does not break before a double sign and within guillemets; an address is no sentence. */
const FRENCH_SPACE = /(?<![\u00a0\u202f])[;?»]|(?<![\u00a0\u202f])(?<!otpauth|https):|«(?![\u00a0\u202f])/u;
