import { words } from '../../utils/autofill/words';

const PASSWORDS = 'input[type=password],input[autocomplete~=current-password]';
const BUTTONS = 'button,[type=submit],[type=button],[type=image],[role=button]';
const GOES_ON =
  / (?:log ?[io]n|sign ?in|submit|next|contin\w+|anmeld\w+|einlog\w+|weiter|conne\w+|suivant|entra\w*|acce\w+|inici\w+|inlog\w+|aanmeld\w+|avanti) /;
/** One press gives a click, a key and a submit. */
const ONE_LOGIN_MS = 1_000;

/**
 * Tells of a login a person starts: a form with a filled password box submitted, Enter in such a box, or a press on
 * the button beside it. Of what was typed only that something was. Scripts' own events do not count, nor does a
 * submit without a hand on mouse or keys just before.
 * @param onHand somebody is at a login form: time to wake the worker. A word said to one that still sleeps is lost
 *   where the portal's next page is there before it is up
 * @param isPrompt box that takes a code; it may look like a password box, and submitting it starts no login
 */
export function watchLogins(
  onLogin: () => void,
  onHand: () => void,
  isPrompt: (box: Element) => boolean,
  signal: AbortSignal,
): void {
  let last = Number.NEGATIVE_INFINITY;
  const tell = (event: Event) => {
    if (event.timeStamp - last < ONE_LOGIN_MS) return;
    last = event.timeStamp;
    onLogin();
  };
  const holdsPassword = (scope: ParentNode) =>
    [...scope.querySelectorAll<HTMLInputElement>(PASSWORDS)].some(
      (box) => box.value !== '' && !isCode(box, isPrompt),
    );
  const listen = (kind: string, listener: (event: Event, target: Element) => void) =>
    addEventListener(
      kind,
      (event) => {
        const [target] = event.composedPath();
        if (event.isTrusted && target instanceof Element) listener(event, target);
      },
      { capture: true, passive: true, signal },
    );

  for (const kind of ['pointerdown', 'keydown'])
    listen(kind, (_, target) => {
      if (scopeOf(target).querySelector(PASSWORDS)) onHand();
    });
  listen('submit', (event, form) => {
    // The browser calls a submit trusted even where a script asked for it.
    if (navigator.userActivation?.isActive !== false && holdsPassword(form)) tell(event);
  });
  listen('keydown', (event, box) => {
    const enter = (event as KeyboardEvent).key === 'Enter' && !(event as KeyboardEvent).isComposing;
    if (enter && box.matches('input') && holdsPassword(scopeOf(box))) tell(event);
  });
  listen('click', (event, target) => {
    const button = target.closest(BUTTONS);
    if (button && goesOn(button) && holdsPassword(scopeOf(button))) tell(event);
  });
}

function isCode(box: HTMLInputElement, isPrompt: (box: Element) => boolean): boolean {
  return isPrompt(box) || box.autocomplete.includes('one-time-code');
}

/** The form, or else the nearest part of the page that holds a password box. */
function scopeOf(element: Element): ParentNode {
  const form = element.closest('form');
  if (form) return form;
  let scope: Element | null = element.parentElement;
  for (let level = 0; scope && level < 6; level++, scope = scope.parentElement)
    if (scope.querySelector(PASSWORDS)) return scope;
  return element.getRootNode() as Document | ShadowRoot;
}

/** Neither the eye that shows the password nor the way to a forgotten one. */
function goesOn(button: Element): boolean {
  const { type, value } = button as HTMLInputElement;
  if (button.closest('form') && (type === 'submit' || type === 'image')) return true;
  return GOES_ON.test(
    words([button.textContent, value, button.getAttribute('aria-label'), button.id].join(' ')),
  );
}
