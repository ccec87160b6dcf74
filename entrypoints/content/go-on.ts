import { BUTTONS, saysGoOn } from './buttons';
import { sendsTo, submittersOf } from './sends-to';
import { isOpenTo } from './visibility';

/** What a page may take to go on by itself, before its button is pressed for the person. */
const BY_ITSELF_MS = 700;

/**
 * Made before the code is written: sees whether the page goes on by itself. What it answers presses the one button that
 * sends the code, once. Not where the page went on or speaks to its server already, would send the code elsewhere, or
 * where it is not clear which button it is.
 */
export function watchPageGoOn(boxes: readonly HTMLInputElement[], signal: AbortSignal): () => Promise<void> {
  const box = boxes[0]!;
  const began = performance.now();
  const values = () => boxes.map(({ value, isConnected }) => isConnected && value).join();
  let sent = false;
  addEventListener('submit', () => (sent = true), { capture: true, once: true, signal });
  return async () => {
    const filled = values();
    await new Promise((resolve) => setTimeout(resolve, BY_ITSELF_MS));
    const wentOn = sent || values() !== filled || !isOpenTo(box) || hasAsked(began);
    if (wentOn || signal.aborted || sendsTo(box) !== null) return;
    const own = box.form ? submittersOf(box) : buttonsNear(box);
    // A form's only button needs no words; among several they have to say so.
    const [button, other] = own.length > 1 ? own.filter(saysGoOn) : own;
    if (button && !other && canPress(button)) button.click();
    else if (box.form && own.length === 0) HTMLFormElement.prototype.requestSubmit.call(box.form);
  };
}

function canPress(button: HTMLElement): boolean {
  return !button.matches(':disabled,[aria-disabled=true]') && button.checkVisibility();
}

/** In the smallest part of the page round the box that has any, the buttons whose words say that they send it. */
function buttonsNear(box: Element): HTMLElement[] {
  let scope = box.parentElement;
  for (let level = 0; scope && level < 5; level++, scope = scope.parentElement) {
    const buttons = [...scope.querySelectorAll<HTMLElement>(BUTTONS)].filter(saysGoOn);
    if (buttons.length > 0) return buttons;
  }
  return [];
}

/** A script of the page asked a server for something since, and was answered: what is still under way cannot be seen. */
export function hasAsked(since: number): boolean {
  const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return asked.some(
    ({ startTime, initiatorType }) => startTime > since && /fetch|xmlhttp/.test(initiatorType),
  );
}
