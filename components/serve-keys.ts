import { closeByEscape } from './escape';
import { keepFocus } from './keep-focus';

/** What every page of ours owes to who works by keys alone. */
export function serveKeys(root: HTMLElement): void {
  keepFocus(root);
  closeByEscape(root);
}
