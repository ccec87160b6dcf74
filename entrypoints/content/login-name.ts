const TYPED = /^(?:text|email|tel)$/;
/** A box that can be nothing but a login name's, or a newsletter's. */
export const NAME_BOX = 'input[type=email],input[autocomplete~=username]';

/**
 * The login name that stands beside a password: in the box that says it is one, or the last text box before the password.
 * The only thing a person typed that is ever read, and only at the moment they submit it. Null where there is none.
 */
export function nameBeside(scope: ParentNode, password: HTMLInputElement): string | null {
  const boxes = [...scope.querySelectorAll('input')];
  const typed = boxes.filter(isTyped);
  const before = boxes
    .slice(0, boxes.indexOf(password))
    .filter((box) => isTyped(box) && box.checkVisibility());
  // A login in two steps in one document has put its name box away by now.
  return textOf(before.findLast(saysName)) ?? textOf(typed.find(saysName)) ?? textOf(before.at(-1));
}

/** On a page that asks for the name first: its one box, where that says that it is one. */
export function nameAlone(scope: ParentNode): string | null {
  const seen = [...scope.querySelectorAll('input')].filter((box) => isTyped(box) && box.checkVisibility());
  return seen.length === 1 && saysName(seen[0]!) ? textOf(seen[0]) : null;
}

function isTyped(box: HTMLInputElement): boolean {
  return TYPED.test(box.type) && !autocompleteOf(box).includes('one-time-code');
}

function saysName(box: HTMLInputElement): boolean {
  return /user|login|mail/i.test(`${box.type} ${autocompleteOf(box)} ${box.name} ${box.id}`);
}

/** As it is written: Firefox does not give every hint back by its property. */
export function autocompleteOf(box: HTMLInputElement): string {
  return box.getAttribute('autocomplete')?.toLowerCase() ?? '';
}

function textOf(box: HTMLInputElement | undefined): string | null {
  return box?.value.slice(0, 300) || null;
}
