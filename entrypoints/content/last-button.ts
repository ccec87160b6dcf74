import { BUTTONS, saysAnotherWay, saysGoOn, saysSwitchOn } from './buttons';
import { plain } from './labels';
import { submittersOf } from './sends-to';
import { ancestorsOf } from './tree';

const MOST_WORDS = 60;

/** Would this button send what stands in the box? */
export function sends(button: Element, box: HTMLInputElement): boolean {
  if (saysAnotherWay(button)) return false;
  const own = box.form !== null && submittersOf(box).includes(button as HTMLButtonElement);
  return own || saysGoOn(button) || saysSwitchOn(button);
}

/** The words of the page's own button for what is in the box, as it writes them; null where it is not clear which. */
export function lastButtonWords(box: HTMLInputElement): string | null {
  const button = lastButton(box);
  const words = button && plain(button.innerText || button.getAttribute('aria-label') || button.value);
  return words && words.length <= MOST_WORDS ? words : null;
}

/** A form's only button, or the last one whose words say that it goes on, in the smallest part of the page round the box that has one. */
function lastButton(box: HTMLInputElement): HTMLButtonElement | undefined {
  const own = box.form ? submittersOf(box).filter(isPressable) : [];
  if (own.length === 1) return own[0];
  if (own.length > 1) return own.findLast(saysWhat);
  for (const scope of ancestorsOf(box)) {
    const button = [...scope.querySelectorAll<HTMLButtonElement>(BUTTONS)]
      .filter(isPressable)
      .findLast(saysWhat);
    if (button) return button;
  }
  return undefined;
}

const saysWhat = (button: Element) => saysGoOn(button) || saysSwitchOn(button);

/** One that waits for the code to be there is one all the same. */
function isPressable(button: HTMLElement): boolean {
  return button.checkVisibility() && !saysAnotherWay(button);
}
