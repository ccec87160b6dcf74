import { useEffect, useRef, useState } from 'preact/hooks';

const STEP = 100;

/**
 * How much of a long list is drawn: more of it whenever its end comes near the window. A thousand rows at once would make
 * the page slow to open, and nobody looks at the last of them first.
 */
export function useGrowing(length: number) {
  const [drawn, setDrawn] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const isWhole = drawn >= length;

  // Watched anew at each step: an end that stays in view is told of once only.
  useEffect(() => {
    if (isWhole || !end.current) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn(drawn + STEP);
      },
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [drawn, isWhole]);

  return { drawn, end };
}
