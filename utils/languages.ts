/** The languages Lanyard speaks, as the web names them; each has a folder in `_locales`. All are written from left to right. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl', 'pt-BR'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What such a folder holds, by key. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

export function isLanguage(thing: unknown): thing is Language {
  return LANGUAGES.some((language) => language === thing);
}

/** Where the extension keeps the texts of a language. */
export function messagesFile(language: Language): string {
  return `/_locales/${language.replace('-', '_')}/messages.json`;
}

/** A text with its places filled as browsers do it: $1 to $9, and $$ for a dollar. */
export function fillPlaces(text: string, substitutions: readonly string[]): string {
  return text.replace(/\$([1-9$])/g, (_, place) => (place === '$' ? '$' : (substitutions[place - 1] ?? '')));
}
