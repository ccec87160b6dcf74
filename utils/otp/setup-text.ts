import { Failure } from '../failure';
import { parseKeyUri } from './key-uri';
import { type FailedKey, type MigrationBatch, parseMigrationUri } from './migration-uri';
import type { SetupKey } from './parameters';
import { readScheme } from './setup-scheme';

export interface SetupText {
  readonly keys: readonly SetupKey[];
  /** Accounts the text holds that cannot be taken over; only a migration code has several. */
  readonly failed: readonly FailedKey[];
  /** Which of several migration codes this was; null for a key URI. */
  readonly batch: MigrationBatch | null;
}

/**
 * The one door for text from a QR code or the clipboard: a key URI or a migration URI.
 *
 * @throws Failure as `parseKeyUri` and `parseMigrationUri` do.
 */
export function readSetupText(text: string): SetupText {
  if (readScheme(text).scheme !== 'otpauth-migration')
    return { keys: [parseKeyUri(text)], failed: [], batch: null };
  const { setupKeys, failed, batch } = parseMigrationUri(text);
  return { keys: setupKeys, failed, batch };
}

/**
 * What the QR codes of one picture, or the lines of a pasted text, hold together. Only set-up codes count, where there
 * are any; otherwise the first text says why not.
 *
 * @throws Failure `no-code-found` for no text at all, or why the first is refused.
 */
export function readSetupTexts(texts: readonly string[]): SetupText[] {
  if (texts.length === 0) throw new Failure('no-code-found');
  const read: SetupText[] = [];
  let refusal: unknown;
  for (const text of texts) {
    try {
      read.push(readSetupText(text));
    } catch (thrown) {
      refusal ??= thrown;
    }
  }
  if (read.length === 0) throw refusal;
  return read;
}
