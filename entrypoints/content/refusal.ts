import { BUTTONS } from './buttons';
import { isOpenTo } from './visibility';

const EVERY_MS = 1_000;
const MOST_LOOKS = 30;
const ANSWERED_MS = 2_500;

/**
 * Calls back where the prompt still stands a while after a button was pressed (Enter presses a form's own), or the page
 * emptied it: the portal did not take the code. A prompt that is there anew is found by itself.
 */
export function watchRefusal(
  boxes: readonly HTMLInputElement[],
  refused: () => void,
  signal: AbortSignal,
): void {
  let sentAt = Number.POSITIVE_INFINITY;
  const press = ({ target }: Event) => {
    if ((target as Element).closest?.(BUTTONS)) sentAt = performance.now();
  };
  addEventListener('click', press, { capture: true, passive: true, signal });
  let looks = 0;
  const timer = setInterval(() => {
    const stands = boxes.every((box) => box.isConnected && isOpenTo(box));
    const sent = performance.now() - sentAt > ANSWERED_MS || boxes.every(({ value }) => value === '');
    if (stands && sent) refused();
    else if (++looks < MOST_LOOKS && stands) return;
    clearInterval(timer);
    removeEventListener('click', press, { capture: true });
  }, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
