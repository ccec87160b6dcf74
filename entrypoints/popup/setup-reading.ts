import { readCodes, requireReadable } from '../../components/read-codes';
import { clockSkew, isClockWrong } from '../../utils/otp/clock';
import { totpCode } from '../../utils/otp/code';
import { collect, missingParts, NOTHING } from '../../utils/otp/collect';
import { formatKeyUri } from '../../utils/otp/key-uri';
import type { FailedKey } from '../../utils/otp/migration-uri';
import type { SetupKey } from '../../utils/otp/parameters';
import { readSetupTexts } from '../../utils/otp/setup-text';
import { parseTypedSetup } from '../../utils/otp/typed-key';
import { type ActiveTab, type Candidates, readSiteClock, takePicture } from '../../utils/platform/active-tab';
import { readImageSize } from '../../utils/qr/image-size';
import { scaled } from '../../utils/qr/pixels';

/** Loaded when there is something to read, so that opening the popup does not wait for the QR readers. */

/** A key as it was read and as it will be sent to the worker, which reads it again. */
export interface FoundKey {
  readonly key: SetupKey;
  readonly keyUri: string;
  /**
   * What the page's own text says of it: the same, another key, nothing. `only`: it was read there, and no picture holds
   * it; `only-key`: without a name.
   */
  readonly text: 'agrees' | 'differs' | 'none' | 'only' | 'only-key';
}

/** What pictures or text held. `together`: one migration code, whose accounts are taken over all at once. */
export interface Reading {
  readonly keys: readonly FoundKey[];
  readonly failed: readonly FailedKey[];
  readonly together: boolean;
  /** Parts of the export that are not in it, as people count them. */
  readonly missing?: readonly number[];
}

/**
 * @throws Failure `not-capturable`, `no-code-found`, `code-cut-off`, `code-too-small`, `not-a-setup-code`,
 * `reading-too-slow`, or why the set-up code is refused
 */
export async function readPage(tab: ActiveTab, { innerWidth, rectangles }: Candidates): Promise<Reading> {
  const picture = await takePicture(tab.windowId);
  const size = readImageSize(new Uint8Array(await picture.slice(0, 64).arrayBuffer()));
  const scale = (size?.width ?? innerWidth) / innerWidth;
  const places = rectangles.map((rectangle) => scaled(rectangle, scale));
  return readTexts(requireReadable(await readCodes(picture, places), 'page'));
}

/** @throws Failure as `readPage`, and `image-unreadable`, `image-too-large` */
export async function readImage(image: Blob): Promise<Reading> {
  return readTexts(requireReadable(await readCodes(image), 'picture'));
}

/** @throws Failure as `readSetupTexts` */
export function readTexts(texts: readonly string[]): Reading {
  const read = readSetupTexts(texts);
  return {
    keys: read.flatMap(({ keys }) => keys.map(asFound)),
    failed: read.flatMap(({ failed }) => failed),
    together: read.some(({ batch }) => batch !== null),
    missing: collect(NOTHING, read).collected.batches.flatMap(missingParts),
  };
}

/** @throws Failure why the key is refused */
export function readTyped(text: string, issuer: string, account: string): Reading {
  return { keys: [asFound(parseTypedSetup(text, { issuer, account }))], failed: [], together: false };
}

function asFound(key: SetupKey): FoundKey {
  return { key, keyUri: formatKeyUri(key), text: 'none' };
}

/** The same key under the names that the person gave it. */
export function withNames({ key, ...found }: FoundKey, issuer: string, account: string): FoundKey {
  const named = { ...key, issuer: issuer.trim(), account: account.trim() };
  return { ...found, key: named, keyUri: formatKeyUri(named) };
}

/** The code as it runs, to be compared with another app's; null for a counter account. */
export function runningCode({ key }: FoundKey, now: number): string | null {
  return key.parameters.kind === 'totp' ? totpCode(key.parameters, now) : null;
}

/** Seconds this computer is ahead of the site, negative when behind; null when codes are right, or when nothing can be told. */
export async function readClockError(tabId: number, offset: number): Promise<number | null> {
  const reading = await readSiteClock(tabId);
  const skew = reading && clockSkew(reading);
  return skew !== null && isClockWrong(skew + offset) ? skew : null;
}
