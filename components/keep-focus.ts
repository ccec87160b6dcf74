const STOPS = 'button, a[href], input, select, textarea, summary, [tabindex="0"], h1, h2, h3';

/**
 * Who works by keys alone stands somewhere: where what has the focus goes away, the focus goes on to what came in its
 * place, else home (`data-home`, a search field), else to its neighbours. Otherwise it would fall to the page's very
 * beginning. What takes the focus by itself as it comes is left alone.
 */
export function keepFocus(root: HTMLElement): void {
  let last: Element | null = null;
  root.addEventListener('focusin', ({ target }) => {
    last = target as Element;
  });
  // A press beside everything lets go of the focus, and nothing is to be kept.
  root.addEventListener('focusout', () =>
    queueMicrotask(() => {
      if (last?.isConnected && document.activeElement === document.body) last = null;
    }),
  );
  new MutationObserver((changes) => {
    if (!last || !isLost(last)) return;
    const gone = last;
    last = null;
    const hole = changes.map((change) => holeOf(change, gone)).find((found) => found !== null);
    if (!hole) return;
    const came = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    focus(heir(hole, came, root) ?? root);
  }).observe(root, { childList: true, subtree: true, attributeFilter: ['hidden'] });
}

/** It may still have the focus that is about to be taken from it. */
function isLost(element: Element): boolean {
  if (!element.isConnected) return document.activeElement === document.body;
  return element.closest('[hidden]') !== null;
}

/** Where something was: in this, after that. */
interface Hole {
  readonly within: Element;
  readonly after: Node | null;
}

function holeOf({ type, target, removedNodes, previousSibling }: MutationRecord, gone: Element): Hole | null {
  if (type === 'attributes') {
    const { parentElement } = target;
    const hides = target.contains(gone) && parentElement !== null;
    return hides ? { within: parentElement, after: target.previousSibling } : null;
  }
  const removes = [...removedNodes].some((node) => node.contains(gone));
  return removes ? { within: target as Element, after: previousSibling } : null;
}

function heir({ within, after }: Hole, came: ReadonlySet<Node>, root: Element): Element | null {
  if (!within.isConnected) return null;
  for (const child of within.children) {
    const stop = came.has(child) && firstStop(child);
    if (stop) return stop;
  }
  let place: Element | null = within;
  let before = after?.parentNode === within ? after : null;
  while (place && root.contains(place)) {
    const children: Node[] = [...place.childNodes];
    const at = before === null ? 0 : children.indexOf(before) + 1;
    const near = [...children.slice(at), ...children.slice(0, at).reverse()];
    const stop =
      place.querySelector('[data-home]') ?? near.map(firstStop).find((found) => found !== undefined);
    if (stop) return stop;
    before = place;
    place = place.parentElement;
  }
  return null;
}

function firstStop(element: Node): Element | undefined {
  if (!(element instanceof Element)) return undefined;
  const stops = [element, ...element.querySelectorAll(STOPS)];
  return stops.find((stop) => stop.matches(STOPS) && !stop.matches(':disabled') && stop.checkVisibility());
}

/** What is no control of its own is reached by this alone, never by Tab. */
function focus(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.matches('button, a, input, select, textarea, summary, [tabindex]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
