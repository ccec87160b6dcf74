import { BUTTONS, saysGoOn } from './buttons';
import { autocompleteOf, NAME_BOX, nameAlone, nameBeside } from './login-name';

const PASSWORDS = 'input[type=password],input[autocomplete~=current-password]';
/** One press gives a click, a key and a submit. */
const ONE_LOGIN_MS = 1_000;

export interface Logins {
  /** A person sent a login: a filled password, and the login name beside it where there is one. */
  readonly onLogin: (loginName: string | null) => void;
  /** A person sent a login name by itself. */
  readonly onName: (loginName: string) => void;
  /**
   * Somebody is at a login form or a prompt: time to wake the worker. A word said to one that still sleeps is lost where the
   * portal's next page is there before it is up.
   */
  readonly onHand: () => void;
  /** A person sent the prompt; one press may tell it more than once. */
  readonly onPrompt: () => void;
  /** A box that takes a code; it may look like a password box, and submitting it starts no login. */
  readonly isPrompt: (box: Element) => boolean;
}

/**
 * Tells of a login a person starts: a form with a filled password box submitted, Enter in such a box, or a press on
 * the button beside it. Of what was typed only the login name; of the password, that it is there. Scripts' own events do
 * not count, nor does a submit without a hand on mouse or keys just before.
 */
export function watchLogins(
  { onLogin, onName, onHand, onPrompt, isPrompt }: Logins,
  signal: AbortSignal,
): void {
  let last = Number.NEGATIVE_INFINITY;
  const tell = (event: Event, scope: ParentNode) => {
    if (holdsPrompt(scope)) onPrompt();
    const password = passwordIn(scope);
    const name = password ? nameBeside(scope, password) : asksPassword(scope) ? null : nameAlone(scope);
    if ((!password && !name) || event.timeStamp - last < ONE_LOGIN_MS) return;
    last = event.timeStamp;
    if (password) onLogin(name);
    else onName(name!);
  };
  const passwordIn = (scope: ParentNode) =>
    [...scope.querySelectorAll<HTMLInputElement>(PASSWORDS)].find(
      (box) => box.value !== '' && !isCode(box, isPrompt),
    );
  const holdsPrompt = (scope: ParentNode) => [...scope.querySelectorAll('input')].some(isPrompt);
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
      const scope = scopeOf(target);
      if (target.matches(NAME_BOX) || scope.querySelector(PASSWORDS) || holdsPrompt(scope)) onHand();
    });
  listen('submit', (event, form) => {
    // The browser calls a submit trusted even where a script asked for it.
    if (navigator.userActivation?.isActive !== false) tell(event, form);
  });
  listen('keydown', (event, box) => {
    const enter = (event as KeyboardEvent).key === 'Enter' && !(event as KeyboardEvent).isComposing;
    if (enter && box.matches('input')) tell(event, scopeOf(box));
  });
  listen('click', (event, target) => {
    const button = target.closest(BUTTONS);
    if (button && goesOn(button)) tell(event, scopeOf(button));
  });
}

function asksPassword(scope: ParentNode): boolean {
  return [...scope.querySelectorAll(PASSWORDS)].some((box) => box.checkVisibility());
}

function isCode(box: HTMLInputElement, isPrompt: (box: Element) => boolean): boolean {
  return isPrompt(box) || autocompleteOf(box).includes('one-time-code');
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
  const { type } = button as HTMLInputElement;
  if (button.closest('form') && (type === 'submit' || type === 'image')) return true;
  return saysGoOn(button);
}
