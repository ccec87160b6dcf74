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
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const gone = last;
    last = null;
    const change = changes.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (!change) return;
    const came = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes]));
    focus(heir(change, came, root) ?? root);
  }).observe(root, { childList: true, subtree: true });
}

function heir({ target, previousSibling }: MutationRecord, came: ReadonlySet<Node>, root: Element) {
  let place: Element | null = target as Element;
  let before: Node | null = previousSibling?.parentNode === target ? previousSibling : null;
  if (!place.isConnected) return null;
  for (const child of place.children) {
    const stop = came.has(child) && firstStop(child);
    if (stop) return stop;
  }
  while (place && root.contains(place)) {
    const children: Element[] = [...place.children];
    const at: number = children.indexOf(before as Element) + 1;
    const near = [...children.slice(at), ...children.slice(0, at).reverse()];
    const stop = place.querySelector('[data-home]') ?? near.map(firstStop).find(Boolean);
    if (stop) return stop;
    before = place;
    place = place.parentElement;
  }
  return null;
}

function firstStop(element: Element): Element | undefined {
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
