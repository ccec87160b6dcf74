import { BUTTONS } from './buttons';
import { sends } from './last-button';
import { isOpenTo } from './visibility';

const EVERY_MS = 1_000;
const MOST_LOOKS = 300;
/** A prompt that stands this long after a button was pressed was not taken. */
const ANSWERED_MS = 2_500;
/** What a page does this soon after the code, and nobody pressed anything, it does by itself. */
const BY_ITSELF_MS = 10_000;
/** A worker sleeps after half a minute. */
const ON_HAND_EVERY_MS = 10_000;

interface Listener {
  /** About to be sent: time to wake the worker. A word said to one that still sleeps is lost where the next page is there first. */
  readonly onHand: () => void;
  /** The code went off: a button that sends it, Enter, or the page by itself. Once. */
  readonly sent: () => void;
  /** The prompt still stands a while after, or the page emptied it. One that is there anew is found by itself. */
  readonly refused: () => void;
}

/** Hears of a prompt what becomes of the code. Made before it is written; what it answers says that it was. */
export function watchAnswer(
  boxes: readonly HTMLInputElement[],
  { onHand, sent, refused }: Listener,
  signal: AbortSignal,
): () => void {
  const began = performance.now();
  let pressedAt = Number.POSITIVE_INFINITY;
  let isSent = false;
  let wasTouched = false;
  let leaves = false;
  const tell = () => {
    if (!isSent) sent();
    isSent = true;
  };
  const wentByItself = () => !wasTouched && performance.now() - began < BY_ITSELF_MS;

  const listen = { capture: true, passive: true, signal };
  const press = (event: Event) => {
    const at = event.composedPath()[0] as Element;
    const button = at.closest?.(BUTTONS);
    if (button) pressedAt = performance.now();
    if (button && sends(button, boxes[0]!)) tell();
    else wasTouched = true;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && boxes.includes(event.composedPath()[0] as HTMLInputElement)) {
      pressedAt = performance.now();
      tell();
    } else wasTouched ||= event.isTrusted;
  };
  let lastOnHand = Number.NEGATIVE_INFINITY;
  const reach = (event: Event) => {
    const at = event.composedPath()[0] as Element;
    const button = at.closest?.(BUTTONS);
    if (!(button && sends(button, boxes[0]!)) && !boxes.includes(at as HTMLInputElement)) return;
    if (event.timeStamp - lastOnHand > ON_HAND_EVERY_MS) onHand();
    lastOnHand = event.timeStamp;
  };
  for (const kind of ['pointerover', 'pointerdown', 'keydown']) addEventListener(kind, reach, listen);
  addEventListener('click', press, listen);
  addEventListener('keydown', key, listen);
  addEventListener('submit', ({ target }) => target === boxes[0]!.form && tell(), listen);
  // Said of where the page itself goes, and not of the address bar or a bookmark.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', () => (leaves = true), { signal });
  addEventListener('pagehide', () => leaves && wentByItself() && tell(), listen);

  return () => {
    let looks = 0;
    const timer = setInterval(() => {
      const stands = boxes.every((box) => box.isConnected && isOpenTo(box));
      const isLate = performance.now() - pressedAt > ANSWERED_MS || boxes.every(({ value }) => value === '');
      if (!stands && wentByItself()) tell();
      if (stands && isLate) refused();
      else if (stands && ++looks < MOST_LOOKS) return;
      clearInterval(timer);
    }, EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  };
}
