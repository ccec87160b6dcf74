import { browser } from 'wxt/browser';

/** What there is to tell once, until it was put away or the browser closes. */
export interface SessionNews {
  /** The clipboard could not be looked at, so a copied code may still be in it. */
  readonly clipboardLeft: boolean;
  /** Wrong passwords before the last unlock, where they are worth a word. */
  readonly wrongUnlocks: number;
}

const KEY = 'news';
const NONE: SessionNews = { clipboardLeft: false, wrongUnlocks: 0 };

export async function readNews(): Promise<SessionNews> {
  return { ...NONE, ...((await browser.storage.session.get(KEY))[KEY] as Partial<SessionNews> | undefined) };
}

export async function addNews(news: Partial<SessionNews>): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...(await readNews()), ...news } });
}

export async function forgetNews(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
