import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fillPlaces, type Messages } from '../../../utils/languages';

/** A language that nobody speaks: English with marks on its letters, longer by two fifths, and in brackets. */

export type Key = string;

export function messagesOf(folder: string): Messages {
  return JSON.parse(readFileSync(path.resolve('public/_locales', folder, 'messages.json'), 'utf8'));
}

const PLAIN = 'aceginosuyACEGINOSUY';
const MARKED = 'àçéĝîñöşúÿÀÇÉĜÎÑÖŞÚŸ';
const MORE = 0.4;

/** `⟦Çöþÿ…⟧` of `Copy`; places stay where they are. */
export function pseudo(text: string): string {
  const marked = text
    .split(/(\$\d)/)
    .map((part, place) => (place % 2 === 1 ? part : mark(part)))
    .join('');
  return `⟦${marked}${filler(Math.ceil(text.length * MORE))}⟧`;
}

function mark(text: string): string {
  return [...text].map((letter) => MARKED[PLAIN.indexOf(letter)] ?? letter).join('');
}

/** A short text grows by its own word, a long one by words: lines may break where they would in a sentence. */
function filler(length: number): string {
  const words = ' löňğèř wôřďš ẅîťĥ řööm'.repeat(Math.ceil(length / 24));
  return length < 6 ? 'ẋẋẋẋẋ'.slice(0, length) : words.slice(0, length).trimEnd();
}

/** All texts in it, but for the name of the language itself. */
export function pseudoMessages(english: Messages): Messages {
  return Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [
      key,
      { message: key === 'language' ? message : pseudo(message) },
    ]),
  );
}

/** What Lanyard says in these texts, to be looked for on its pages. */
export type Speech = (key: Key, ...substitutions: string[]) => string;

export function speech(messages: Messages): Speech {
  return (key, ...substitutions) => {
    const own = messages[key];
    if (!own) throw new Error(`no text ${key}`);
    return fillPlaces(own.message, substitutions);
  };
}
