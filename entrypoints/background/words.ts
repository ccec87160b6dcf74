import { browser } from 'wxt/browser';
import { Failure } from '../../utils/failure';
import { type Language, type Messages, messagesFile } from '../../utils/languages';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { readSettings, writeSettings } from '../../utils/platform/settings';
import type { ContentSender } from './audience';

/** The worker's own words: what the toolbar button says, the line in a box's menu, and what a page is told. */

type WordMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `words/${string}`>>;
type Key = Parameters<typeof browser.i18n.getMessage>[0];

let read: { readonly language: Language; readonly messages: Promise<Messages> } | undefined;

/** In the language the person chose, or the browser's; the browser's, too, where that one cannot be read. Leaves a $1 as it is. */
export async function say(key: Key): Promise<string> {
  const { language } = await readSettings();
  if (language === null) return browserSays(key);
  if (read?.language !== language) read = { language, messages: readMessages(language) };
  return (await read.messages)[key]?.message ?? browserSays(key);
}

const browserSays = (key: Key) => browser.i18n.getMessage(key, '$1');

async function readMessages(language: Language): Promise<Messages> {
  return fetch(messagesFile(language)).then(
    (answer) => answer.json(),
    () => ({}),
  );
}

/** For a content script, which may ask for anything: the words of a hint, and no others. */
export const hintHandlers: Handlers<Pick<ContentProtocol, 'words/hint'>, ContentSender> = {
  async 'words/hint'({ hint }) {
    if (typeof hint !== 'string' || !/^hint_[a-z_]+$/.test(hint)) throw new Failure('bad-request');
    return say(hint as Key);
  },
};

/** @param sayAgain what stands there in the words of before */
export function wordHandlers(sayAgain: () => void): Handlers<WordMessages, Sender> {
  return {
    async 'words/choose'({ language }) {
      await writeSettings({ language });
      sayAgain();
    },
  };
}
