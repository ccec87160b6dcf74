import { readCodes, requireReadable } from '../../components/read-codes';
import { say } from '../../components/words';
import { Failure } from '../../utils/failure';
import { readSetupText, readSetupTexts, type SetupText } from '../../utils/otp/setup-text';
import type { Source } from './use-findings';

/** Lines of a pasted text that are looked at: more than any app exports. */
const MOST_LINES = 5000;

/** @throws Failure as `readCodes`, `requireReadable` and `readSetupTexts` */
export async function readPicture(picture: Blob): Promise<SetupText[]> {
  return readSetupTexts(requireReadable(await readCodes(picture), 'picture'));
}

export function pictureSources(files: readonly File[]): Source[] {
  return files.map((file) => ({ name: file.name, read: () => readPicture(file) }));
}

/** A link, or as many as an app exported, one a line; blank lines and remarks are no links. */
export function textSources(text: string): Source[] {
  const sources = text
    .split(/\r?\n/)
    .map((line, place) => ({ line: line.trim(), place }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, place }) => ({
      name: say('scan_line', place + 1),
      read: async () => [readSetupText(line)],
    }));
  if (sources.length <= MOST_LINES) return sources;
  const rest: Source = { name: null, read: () => Promise.reject(new Failure('too-many-lines', MOST_LINES)) };
  return [...sources.slice(0, MOST_LINES), rest];
}

/** What was pasted or dropped: pictures come before text, which is often no more than their name. */
export function transferSources({ files, getText }: { files: FileList; getText: () => string }): Source[] {
  return files.length > 0 ? pictureSources([...files]) : textSources(getText());
}
