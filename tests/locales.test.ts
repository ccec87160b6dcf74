import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, type Messages, messagesFile } from '../utils/languages';
import { localeFaults } from './locale-faults';

const PUBLIC = new URL('../public/', import.meta.url);
const read = (language: Language): Messages =>
  JSON.parse(readFileSync(new URL(`.${messagesFile(language)}`, PUBLIC), 'utf8'));
const english = read('en');

describe('the texts of each language', () => {
  it('are there for every language that can be chosen, and for no other', () => {
    const folders = readdirSync(new URL('_locales/', PUBLIC)).sort();
    expect(folders.map((folder) => `/_locales/${folder}/messages.json`)).toEqual(
      LANGUAGES.map(messagesFile).sort(),
    );
  });

  it.each(LANGUAGES)('%s: complete, filled alike, fit to be read', (language) => {
    expect(localeFaults(english, read(language), language)).toEqual([]);
  });
});

describe('each kind of fault is found', () => {
  const change = (key: string, message: string): Messages => ({ ...english, [key]: { message } });
  const { wait_other: _, ...short } = english;
  const found = (other: Messages, language = 'en') => localeFaults(english, other, language);

  it.each([
    ['a text that is missing', short, 'wait_other is missing'],
    ['a text that nobody says', change('no_such', 'Hm.'), 'no_such is unknown'],
    ['a form of what is not counted', change('lock_few', 'Lock'), 'lock_few is unknown'],
    ['an empty text', change('lock', ' '), 'lock is empty'],
    ['a space too many', change('lock', 'Lock '), 'lock has a space too many'],
    ['markup', change('lock', '<b>Lock</b>'), 'lock has markup'],
    ['markup in another way', change('lock', 'Lock&nbsp;it'), 'lock has markup'],
    ['a place too many', change('lock', 'Lock $1'), 'lock fills $1 for nothing'],
    ['a place too few', change('search_none', 'No account matches.'), 'search_none fills nothing for $1'],
    [
      'a number that is not said',
      change('wait_other', 'Wait some seconds.'),
      'wait_other fills nothing for $1',
    ],
    ['a dollar', change('lock', 'Lock for 5 $'), 'lock has a dollar that fills no place'],
    ['a name', change('extension_name', 'Lanière'), 'extension_name is not Lanyard'],
    [
      'a long description',
      change('extension_description', 'x'.repeat(133)),
      'extension_description is longer',
    ],
    ['another tag', change('language', 'pt_BR'), 'language is not en'],
    ['a straight quotation mark', change('lock', '"Lock"'), 'lock has a straight quotation mark'],
    ['half a quotation', change('lock', '“Lock'), 'lock has a quotation mark without'],
    ['dots', change('lock', 'Lock...'), 'lock has three dots'],
    ['an exclamation mark', change('lock', 'Lock!'), 'lock has an exclamation mark'],
    ['more than a text', { ...english, lock: { message: 'Lock', description: 'x' } }, 'lock has more than'],
  ])('%s', (_, other, fault) => {
    expect(found(english)).toEqual([]);
    expect(found(other).filter((line) => line.startsWith(fault))).toHaveLength(1);
  });

  it.each([
    ['de', 'still English', english.setup_line!.message, 'lock is still English'],
    ['de', 'quotation marks of another language', 'Sperre „auf”', 'lock has a quotation mark of another'],
    ['fr', 'a space that breaks', 'Verrouiller ?', 'lock lacks a narrow space'],
    ['fr', 'no space at all', 'Verrouiller: non', 'lock lacks a narrow space'],
    ['fr', 'guillemets without', '«Verrouiller»', 'lock lacks a narrow space'],
  ])('in %s: %s', (language, _, message, fault) => {
    const model = { ...english, lock: { message: english.setup_line!.message } };
    const faults = (text: string) => localeFaults(model, { lock: { message: text } }, language);
    expect(faults(message).some((line) => line.startsWith(fault))).toBe(true);
    expect(faults('Verrouiller\u202f: «\u00a0non\u00a0»').some((line) => line.startsWith(fault))).toBe(false);
  });

  it('a form more is no fault, nor a number unsaid where one is 1 alone', () => {
    const more = { ...change('wait_few', 'Wait $1 s.'), wait_one: { message: 'Wait a second.' } };
    expect(found(more)).toEqual([]);
    const inFrench = localeFaults(english, more, 'fr');
    expect(inFrench.filter((line) => line.startsWith('wait_'))).toContain('wait_one fills nothing for $1');
  });
});
