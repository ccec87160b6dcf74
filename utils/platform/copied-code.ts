import { browser } from 'wxt/browser';
import { fromBase64, randomBytes, toBase64, utf8 } from '../bytes';
import type { CopiedMark } from '../messaging/views';

const KEY = 'copied';

/** HMAC-SHA-256 under a key of its own: two copies of one code have nothing in common. */
export async function markCopied(code: string): Promise<void> {
  const key = toBase64(randomBytes(32));
  await browser.storage.session.set({ [KEY]: { key, mac: await macOf(code, key) } });
}

export async function readCopied(): Promise<CopiedMark | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as CopiedMark | undefined) ?? null;
}

/** Forgets this one, not one that was copied since. */
export async function forgetCopied({ mac }: Pick<CopiedMark, 'mac'>): Promise<void> {
  if ((await readCopied())?.mac === mac) await browser.storage.session.remove(KEY);
}

export async function isCopied(text: string, { key, mac }: CopiedMark): Promise<boolean> {
  return (await macOf(text, key)) === mac;
}

async function macOf(text: string, key: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', fromBase64(key), algorithm, false, ['sign']);
  return toBase64(new Uint8Array(await crypto.subtle.sign(algorithm, imported, utf8(text))));
}
