import { shapeCode } from '../../utils/autofill/code-form';
import { hasAsked } from './go-on';
import { isBehindPane } from './panes';
import { isSeeThrough, slotsOf } from './slots';
import { isOpenTo, isUncovered } from './visibility';

/** A page may take its time over a paste; it is given about half a second. */
const MOST_LOOKS = 4;

/** The boxes are still this page's, seen, and under nothing. Asked before a code is, and again when it is here. */
export function canTake(boxes: readonly HTMLInputElement[]): boolean {
  return boxes.length > 0 && boxes.every(isTakeable);
}

function isTakeable(box: HTMLInputElement): boolean {
  return isHere(box) && isOpenTo(box) && isUncovered(box) && !isBehindPane(box);
}

/** What we wrote last, where we did: all else that stands in a box a person or the page put there. */
const written = new WeakMap<HTMLInputElement, string>();

/** A person has begun to type: nothing is put in its place unasked. Tells digits from none, and reads no further. */
export function isBegun(boxes: readonly HTMLInputElement[]): boolean {
  return boxes.some((box) => /\d/.test(box.value) && box.value !== written.get(box));
}

/**
 * Writes once, then reads back what the page kept. A page that went on at once (boxes gone) has taken the code, and so
 * has one that sent it at once and then emptied its boxes: the portal refused it.
 * Nothing is ever written a second time: a portal counts wrong codes.
 * @returns whether the page took it
 */
export async function writeCode(boxes: readonly HTMLInputElement[], code: string): Promise<boolean> {
  const [first] = boxes;
  const parts = shapeCode(boxes.map(formOf), code);
  if (!first || !parts || !hasPlaces(boxes, code)) return false;
  const began = performance.now();
  // Taking the focus runs the page's own code; what it left of the boxes is looked at after that.
  first.focus({ preventScroll: true });
  if (!canTake(boxes)) return false;
  if (boxes.length === 1) type(first, parts[0]!);
  else if (!(await paste(boxes, code))) {
    if (!canTake(boxes)) return false;
    for (const [place, box] of boxes.entries()) {
      if (!isHere(box)) return false;
      box.focus({ preventScroll: true });
      type(box, parts[place]!);
      // A framework takes what it was told between two tasks, and digit by digit.
      await null;
      if (!code.startsWith(digitsIn(boxes.slice(0, place + 1)))) return false;
    }
  }
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await settled();
    const gone = boxes.some((box) => !isHere(box));
    for (const box of boxes) written.set(box, box.value);
    if (gone || digitsIn(boxes) === code) return true;
  }
  return digitsIn(boxes) === '' && hasAsked(began);
}

/** Pages may draw a code in groups. */
function digitsIn(boxes: readonly HTMLInputElement[]): string {
  return boxes.map(({ value }) => value.replace(/\D/g, '')).join('');
}

function formOf({ type, inputMode, pattern, placeholder, maxLength }: HTMLInputElement) {
  return { type, inputmode: inputMode, pattern, placeholder, maxLength };
}

/** What is typed in a see-through box is drawn in slots by the page: one for each digit, no more. */
function hasPlaces([first, second]: readonly HTMLInputElement[], code: string): boolean {
  if (second || !isSeeThrough(first!)) return true;
  const places = first!.maxLength > 0 ? first!.maxLength : slotsOf(first!).length;
  return places === 0 || places === code.length;
}

function isHere(box: HTMLInputElement): boolean {
  return box.isConnected && box.ownerDocument === document;
}

/**
 * Boxes for a digit or a group each are offered the code as a paste first, which is how component libraries take it whole.
 * Answers true where the page took it; one that forbids pasting leaves the boxes as they were, to be typed in.
 */
async function paste(boxes: readonly HTMLInputElement[], code: string): Promise<boolean> {
  const before = boxes.map(({ value }) => value).join();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', code);
  // Firefox hides our DataTransfer from the page, and hands it what these two older keys hold.
  const contents = { clipboardData, dataType: 'text/plain', data: code };
  const unanswered = boxes[0]!.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, ...contents }),
  );
  const isTaken = () => !boxes.every(isHere) || boxes.map(({ value }) => value).join() !== before;
  // Before a frame passes, too: in one a page may have sent a full code, been refused and emptied its boxes again.
  await null;
  for (let looks = unanswered ? 1 : MOST_LOOKS; looks > 0 && !isTaken(); looks--) await settled();
  return isTaken();
}

/** The way that worked on every portal tried: the setter of the browser itself, then input, keyup and change. */
const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;

export function type(box: HTMLInputElement, text: string): void {
  setValue.call(box, text);
  const common = { bubbles: true, composed: true };
  box.dispatchEvent(new InputEvent('input', { ...common, inputType: 'insertText', data: text }));
  box.dispatchEvent(new KeyboardEvent('keyup', { ...common, key: text.at(-1)! }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Two frames, so that the page's own rendering is through; a timer where none are drawn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 120);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}
