/**
 * A click meant for what was under the pointer a moment ago must not land on what has just come there (T15). A control
 * answers the pointer half a second after it appeared; keys are never held up, and what was
 * there at first paint is ready at once.
 */
const HOLD = 500;
const CONTROLS = 'button, a, input, select, textarea, summary, label';

const appearedAt = new WeakMap<Element, number>();

/** Starts watching. Call it once the first view stands. */
export function armPointer(root: Element): void {
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) note(node);
  }).observe(root, { childList: true, subtree: true });
  root.addEventListener('click', refuseEarly, { capture: true });
}

function note(node: Node): void {
  if (!(node instanceof Element)) return;
  const now = performance.now();
  if (node.matches(CONTROLS)) appearedAt.set(node, now);
  for (const control of node.querySelectorAll(CONTROLS)) appearedAt.set(control, now);
}

function refuseEarly(event: Event): void {
  // Keys and scripts press a control without a pointer.
  if (!(event instanceof PointerEvent) || event.pointerType === '' || !(event.target instanceof Element))
    return;
  const control = event.target.closest(CONTROLS);
  if (!control || control.matches('input:not([type=checkbox]), textarea')) return;
  const since = appearedAt.get(control);
  if (since === undefined || performance.now() - since >= HOLD) return;
  event.preventDefault();
  event.stopPropagation();
}
