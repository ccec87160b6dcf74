const SOON_MS = 150;
const SELDOM_MS = 1_000;
const TELLING = ['class', 'style', 'hidden', 'disabled', 'readonly'];

/**
 * Calls `look` when the page may have changed: soon after a change, at most once a second while it keeps changing,
 * never while nobody sees it. Only notes that something changed; what did is for `look` to see.
 */
export function watchPage(look: () => readonly ShadowRoot[], signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastLook = Number.NEGATIVE_INFINITY;
  const watched = new WeakSet<Node>();
  const observer = new MutationObserver(soon);

  function watch(root: Node): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: TELLING });
  }

  function soon(): void {
    timer ??= setTimeout(now, Math.max(SOON_MS, lastLook + SELDOM_MS - performance.now()));
  }

  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    if (document.visibilityState !== 'visible') return;
    lastLook = performance.now();
    for (const root of look()) watch(root);
  }

  // A box that fades in changes nothing when it is through; these do tell.
  for (const kind of ['transitionend', 'animationend', 'visibilitychange'])
    addEventListener(kind, soon, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  watch(document);
  now();
  return { now };
}
