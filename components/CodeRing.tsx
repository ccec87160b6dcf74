const RADIUS = 8;

/** How long the code lives, stepping once a second by CSS. `validUntil` in milliseconds, `period` in seconds. */
export function CodeRing({
  validUntil,
  period,
  short,
}: {
  validUntil: number;
  period: number;
  short: boolean;
}) {
  const elapsed = period - (validUntil - Date.now()) / 1000;
  return (
    <svg key={validUntil} class={short ? 'ring ring-short' : 'ring'} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="ring-track" cx="10" cy="10" r={RADIUS} />
      <circle
        ref={(circle) => start(circle, elapsed, period)}
        class="ring-left"
        cx="10"
        cy="10"
        r={RADIUS}
        pathLength={1}
      />
    </svg>
  );
}

/** Set once for each code, so that drawing again does not start the animation anew. */
function start(circle: SVGCircleElement | null, elapsed: number, period: number): void {
  if (!circle || circle.style.animationDuration) return;
  circle.style.animationDuration = `${period}s`;
  circle.style.animationTimingFunction = `steps(${period})`;
  circle.style.animationDelay = `${-elapsed}s`;
}
