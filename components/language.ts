import { browser } from 'wxt/browser';
import { fillPlaces, isLanguage, type Language, type Messages, messagesFile } from '../utils/languages';

/** Beside the settings, because a page reads it at once, before it draws. It names a language and nothing else. */
const KEY = 'language';

/** The texts of a language other than the browser's; null while the browser's own will do. */
let chosen: Messages | null = null;

/**
 * Draws when the texts of the chosen language are there: at once where it is the browser's own. Texts that cannot be
 * read are no reason to show nothing.
 */
export function inChosenLanguage(draw: () => void): void {
  const language = chosenLanguage();
  const begin = () => {
    document.documentElement.lang = text('language');
    draw();
  };
  if (language === null || language === browserLanguage()) begin();
  else
    void readMessages(language)
      .then((messages) => {
        chosen = messages;
      })
      .catch(() => {})
      .then(begin);
}

async function readMessages(language: Language): Promise<Messages> {
  return (await fetch(messagesFile(language))).json();
}

/** The one the person chose, or null for the browser's. */
export function chosenLanguage(): Language | null {
  const language = localStorage.getItem(KEY);
  return isLanguage(language) ? language : null;
}

export function keepChosenLanguage(language: Language | null): void {
  if (language === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, language);
}

/** The one of ours that the browser takes by itself. */
export function browserLanguage(): string {
  return browser.i18n.getMessage('language');
}

/** One text in the language shown, or in the browser's where that lacks it; empty where nobody has it. */
export function text(
  key: Parameters<typeof browser.i18n.getMessage>[0],
  substitutions: readonly string[] = [],
): string {
  const own = chosen?.[key];
  return own ? fillPlaces(own.message, substitutions) : browser.i18n.getMessage(key, [...substitutions]);
}

/** For days and numbers: the language shown, as it is written where the person is. */
export function locale(): string {
  const language = text('language');
  const base = (tag: string) => tag.split('-')[0];
  return navigator.languages.find((tag) => base(tag) === base(language)) ?? language;
}
