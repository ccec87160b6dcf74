/** After a change the page is given this long, so that what comes together is seen together. */
const SOON_MS = 40;
/** A look that took a millisecond is followed by none for this many. */
const REST = 150;
const LONGEST_REST_MS = 2_000;
/** A busy page is not waited for any longer than this. */
const IDLE_WITHIN_MS = 60;

const CHANGES = { childList: true, subtree: true, attributes: true, characterData: true };
/** A box that fades in changes nothing when it is through; a component may be made late. These do tell. */
const TELLING = ['transitionend', 'animationend', 'focusin', 'load', 'visibilitychange'];

/**
 * Calls `look` at once, and when the page may have changed; never while nobody sees it. The first change rings, and
 * is all that is noted until the next look: what changed is for `look` to see, and a page that changes all the time
 * costs no more than the looks, which take a small part of the time whatever the page does.
 * @param look answers the shadow roots that are to be watched as well
 */
export function watchPage(look: () => readonly ShadowRoot[], signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let nextLook = 0;
  let roots: readonly ShadowRoot[] = [];
  const heard = new WeakSet<Node>();
  const observer = new MutationObserver(soon);

  function soon(): void {
    observer.disconnect();
    timer ??= setTimeout(
      () => requestIdleCallback(now, { timeout: IDLE_WITHIN_MS }),
      Math.max(SOON_MS, nextLook - performance.now()),
    );
  }

  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted || document.visibilityState !== 'visible') return;
    const began = performance.now();
    roots = look();
    const ended = performance.now();
    nextLook = ended + Math.min(LONGEST_REST_MS, (ended - began) * REST);
    for (const root of [document, ...roots]) watch(root);
  }

  function watch(root: Node): void {
    observer.observe(root, CHANGES);
    if (heard.has(root)) return;
    heard.add(root);
    for (const kind of TELLING) root.addEventListener(kind, soon, { capture: true, passive: true, signal });
  }

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  watch(document);
  now();
  return { now };
}
