import { type CodesRead, readCodes } from '../../components/read-codes';
import { Failure } from '../../utils/failure';
import { clockSkew, isClockWrong } from '../../utils/otp/clock';
import { totpCode } from '../../utils/otp/code';
import { formatKeyUri } from '../../utils/otp/key-uri';
import type { FailedKey } from '../../utils/otp/migration-uri';
import type { SetupKey } from '../../utils/otp/parameters';
import { readSetupText } from '../../utils/otp/setup-text';
import { parseTypedSetup } from '../../utils/otp/typed-key';
import { type ActiveTab, type Candidates, readSiteClock, takePicture } from '../../utils/platform/active-tab';
import { readImageSize } from '../../utils/qr/image-size';
import { scaled } from '../../utils/qr/places';

/** Loaded when there is something to read, so that opening the popup does not wait for the QR readers. */

/** A key as it was read and as it will be sent to the worker, which reads it again. */
export interface FoundKey {
  readonly key: SetupKey;
  readonly keyUri: string;
}

/** What pictures or text held. `together`: one migration code, whose accounts are taken over all at once. */
export interface Reading {
  readonly keys: readonly FoundKey[];
  readonly failed: readonly FailedKey[];
  readonly together: boolean;
}

/**
 * @throws Failure `not-capturable`, `no-code-found`, `code-cut-off`, `code-too-small`, `not-a-setup-code`,
 * `reading-too-slow`, or why the set-up code is refused
 */
export async function readPage(tab: ActiveTab, { innerWidth, rectangles }: Candidates): Promise<Reading> {
  const picture = await takePicture(tab.windowId);
  const size = readImageSize(new Uint8Array(await picture.slice(0, 64).arrayBuffer()));
  const scale = (size?.width ?? innerWidth) / innerWidth;
  return readRead(
    await readCodes(
      picture,
      rectangles.map((rectangle) => scaled(rectangle, scale)),
    ),
  );
}

/** @throws Failure as `readPage`, and `image-unreadable`, `image-too-large` */
export async function readImage(image: Blob): Promise<Reading> {
  return readRead(await readCodes(image));
}

/** A link to an app's store says nothing of the set-up code that is half in view, or too small. */
function readRead({ texts, cutOff, tooSmall }: CodesRead): Reading {
  if (cutOff) throw new Failure('code-cut-off');
  if (tooSmall) throw new Failure('code-too-small');
  return readTexts(texts);
}

/** Only set-up codes count, where there are any; otherwise the first text says why not. */
export function readTexts(texts: readonly string[]): Reading {
  if (texts.length === 0) throw new Failure('no-code-found');
  const keys: FoundKey[] = [];
  const failed: FailedKey[] = [];
  let together = false;
  let refusal: unknown;
  for (const text of texts) {
    try {
      const found = readSetupText(text);
      keys.push(...found.keys.map(asFound));
      failed.push(...found.failed);
      together ||= found.batch !== null;
    } catch (thrown) {
      refusal ??= thrown;
    }
  }
  if (keys.length === 0 && failed.length === 0) throw refusal;
  return { keys, failed, together };
}

/** @throws Failure why the key is refused */
export function readTyped(text: string, issuer: string, account: string): Reading {
  return { keys: [asFound(parseTypedSetup(text, { issuer, account }))], failed: [], together: false };
}

function asFound(key: SetupKey): FoundKey {
  return { key, keyUri: formatKeyUri(key) };
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
