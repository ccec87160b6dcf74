import { browser } from 'wxt/browser';
import { type Language, type Messages, messagesFile } from '../../utils/languages';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { readSettings, writeSettings } from '../../utils/platform/settings';

/** The worker's own words: what the toolbar button says, and the line in a box's menu. */

type WordMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `words/${string}`>>;
type Key = Parameters<typeof browser.i18n.getMessage>[0];

let read: { readonly language: Language; readonly messages: Promise<Messages> } | undefined;

/** In the language the person chose, or the browser's; the browser's, too, where that one cannot be read. */
export async function say(key: Key): Promise<string> {
  const { language } = await readSettings();
  if (language === null) return browser.i18n.getMessage(key);
  if (read?.language !== language) read = { language, messages: readMessages(language) };
  return (await read.messages)[key]?.message ?? browser.i18n.getMessage(key);
}

async function readMessages(language: Language): Promise<Messages> {
  return fetch(messagesFile(language)).then(
    (answer) => answer.json(),
    () => ({}),
  );
}

/** @param sayAgain what stands there in the words of before */
export function wordHandlers(sayAgain: () => void): Handlers<WordMessages, Sender> {
  return {
    async 'words/choose'({ language }) {
      await writeSettings({ language });
      sayAgain();
    },
  };
}
