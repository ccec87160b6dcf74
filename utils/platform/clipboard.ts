import type { ClearOutcome, CopiedMark } from '../messaging/views';
import { isCopied } from './copied-code';

/**
 * Empties the clipboard where it still holds the code that was copied. In a document that nobody sees, by the old
 * commands: the newer interface wants a page that has the focus.
 */
export async function clearIfUnchanged(copied: CopiedMark): Promise<ClearOutcome> {
  const text = readClipboard();
  if (text === null) return 'unreadable';
  if (!(await isCopied(text, copied))) return 'changed';
  // Looked at again in the very moment it is emptied: something else may have come while the first was compared.
  if (readClipboard() !== text) return 'changed';
  return emptyClipboard() ? 'cleared' : 'unreadable';
}

/** Its text; empty where it holds a picture, say; null where the browser does not let us look. */
function readClipboard(): string | null {
  const box = document.createElement('textarea');
  document.body.append(box);
  box.focus();
  const allowed = document.execCommand('paste');
  const { value } = box;
  box.remove();
  return allowed ? value : null;
}

function emptyClipboard(): boolean {
  const empty = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
  };
  document.addEventListener('copy', empty, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', empty);
  return done;
}
