import { formatKeyUri } from '../../utils/otp/key-uri';
import { findPageKeys, isSameKey, type PageKey } from '../../utils/otp/page-keys';
import type { PageTexts } from '../../utils/platform/page-text';
import { siteName } from '../../utils/portals/site-name';
import type { FoundKey, Reading } from './setup-reading';

/** Loaded with the QR readers, where a page shows what might be a key. */

/** What the pictures held, each key compared with what the page says of it in text. */
export function compareWithText(reading: Reading, { texts }: PageTexts): Reading {
  const written = findPageKeys(texts);
  return { ...reading, keys: reading.keys.map((found) => ({ ...found, text: agreement(found, written) })) };
}

/** Text that is not said to be a key may be anything, and contradicts nothing. */
function agreement({ key }: FoundKey, written: readonly PageKey[]): FoundKey['text'] {
  if (written.some((other) => isSameKey(other.key, key))) return 'agrees';
  return written.some(({ isSaid }) => isSaid) ? 'differs' : 'none';
}

/** The one key that the page says is one, under the site's own name where it has none; null where there is no such key, or several. */
export function keyInText({ title, texts }: PageTexts, host: string): FoundKey | null {
  const [only, another] = findPageKeys(texts).filter(({ isSaid }) => isSaid);
  if (!only || another) return null;
  const isNamed = only.key.issuer !== '' || only.key.account !== '';
  const key = isNamed ? only.key : { ...only.key, issuer: siteName(host, title) };
  return { key, keyUri: formatKeyUri(key), text: isNamed ? 'only' : 'only-key' };
}
