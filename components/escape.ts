const SCOPES = 'details[open], form, section, li, .view, .alone';

/**
 * Escape does what the way out (`data-escape`: Cancel, Back, Dismiss) of the innermost thing round the focus does. Where
 * there is none it is left to the browser, which closes the popup.
 */
export function closeByEscape(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
    const wayOut = innermost(root, event.target);
    if (!wayOut) return;
    event.preventDefault();
    wayOut.click();
  });
}

function innermost(root: HTMLElement, at: Element): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>('[data-escape]')]
    .filter((wayOut) => wayOut.checkVisibility() && scopeOf(wayOut)?.contains(at))
    .reduce<HTMLElement | undefined>(
      (found, wayOut) => (!found || scopeOf(found)?.contains(scopeOf(wayOut)) ? wayOut : found),
      undefined,
    );
}

const scopeOf = (wayOut: HTMLElement) => wayOut.closest(SCOPES);
