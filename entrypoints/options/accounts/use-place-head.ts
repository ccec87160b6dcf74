import { useLayoutEffect, useRef } from 'preact/hooks';

/** For the heading of a place that was just opened: at the top, read out first, and the next key goes on from it. */
export function usePlaceHead() {
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    scrollTo(0, 0);
    // On a page that was just opened nothing has the focus, and nothing needs it.
    if (document.activeElement !== document.body) head.current?.focus({ preventScroll: true });
  }, []);
  return head;
}
