import { writeFileSync } from 'node:fs';
import { keyEvent } from './keys.mjs';
import { CLOSED } from './session.mjs';

/**
 * What a person would point at: by its accessible name (a whole name, or a pattern) and, where that is not
 * enough, its role; or by a CSS selector. A plain string is a name.
 * @typedef {string | RegExp | { name: string | RegExp, role?: string | readonly string[] } | { selector: string }} Target
 */

/**
 * @typedef {object} Page
 * @property {import('./session.mjs').Session} session
 * @property {(url: string) => Promise<void>} navigate to the end of loading
 * @property {(expression: string) => Promise<any>} evaluate awaited, and returned by value
 * @property {(expression: string, what: string, timeout?: number) => Promise<any>} waitFor until it is truthy
 * @property {(target: Target) => Promise<boolean>} has
 * @property {(target: Target, timeout?: number) => Promise<void>} see waits until it is on the page
 * @property {(target: Target, timeout?: number) => Promise<void>} click with the mouse, once it can be hit
 * @property {(label: string | RegExp, text: string) => Promise<void>} fill clicks the field, empties it, types
 * @property {(text: string) => Promise<void>} type key by key into what has the focus
 * @property {(text: string) => Promise<void>} insert at once, as a paste or an input method does
 * @property {(key: string) => Promise<void>} press such as `Enter`, `Tab`, `Control+A`
 * @property {() => Promise<string>} text what can be read on the page
 * @property {(file?: string) => Promise<Buffer>} screenshot a PNG
 */

const PATIENCE = 10_000;
const CLICKABLE = [
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'menuitem',
  'option',
  'row',
  'listitem',
  'StaticText',
];
const FIELDS = ['textbox', 'searchbox', 'spinbutton', 'combobox'];

/** Runs in the page: where to click, or why not yet. @this {Node} */
function place() {
  const element = this instanceof Element ? this : this.parentElement;
  if (!element?.isConnected) return { why: 'is gone' };
  if (element.closest(':disabled, [aria-disabled="true"]')) return { why: 'is disabled' };
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const range = document.createRange();
  range.selectNodeContents(this);
  const { left, top, width, height } = (this === element ? element : range).getBoundingClientRect();
  if (width === 0 || height === 0) return { why: 'has no size' };
  const x = left + width / 2;
  const y = top + height / 2;
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const hit = root.elementFromPoint(x, y);
  const label = hit?.closest('label');
  if (!hit || !(element.contains(hit) || hit.contains(element) || (label && label.control === element)))
    return { why: `is covered by <${hit?.localName}>` };
  return { x, y };
}

const pause = (milliseconds = 50) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @param {string | RegExp} wanted @param {string} name */
const fits = (wanted, name) => (typeof wanted === 'string' ? name.trim() === wanted : wanted.test(name));

/** @param {Target} target */
const describe = (target) =>
  typeof target === 'string' || target instanceof RegExp
    ? `"${target}"`
    : 'selector' in target
      ? target.selector
      : `${target.role ?? 'anything'} "${target.name}"`;

/**
 * Drives one page, or the real popup, as a person does: it looks for things by the names a screen reader
 * would say, and uses the mouse and the keyboard, not the page's own functions.
 * @param {import('./session.mjs').Session} session
 * @param {{ reaction?: number }} [options] ms that a thing must have stood still before it is clicked, as a person
 *   needs them; our popup ignores a pointer that is faster
 * @returns {Page}
 */
export function drivePage(session, { reaction = 0 } = {}) {
  const { send } = session;

  /** @type {Page['evaluate']} */
  const evaluate = async (expression) => {
    const parameters = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await send('Runtime.evaluate', parameters);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  /** The page's accessibility tree, without what nobody is told of. */
  const named = async () => {
    const { nodes } = await send('Accessibility.getFullAXTree');
    return nodes
      .filter((/** @type {any} */ node) => !node.ignored && node.name?.value)
      .map((/** @type {any} */ node) => ({
        id: /** @type {number} */ (node.backendDOMNodeId),
        role: /** @type {string} */ (node.role.value),
        name: /** @type {string} */ (node.name.value),
      }));
  };

  /** @param {Target} target @param {readonly string[]} [preferred] @returns {Promise<string | undefined>} a handle */
  const find = async (target, preferred = CLICKABLE) => {
    if (typeof target === 'object' && 'selector' in target) {
      const expression = `document.querySelector(${JSON.stringify(target.selector)})`;
      return (await send('Runtime.evaluate', { expression })).result.objectId;
    }
    const { name, role = preferred } =
      typeof target === 'string' || target instanceof RegExp ? { name: target } : target;
    const roles = typeof role === 'string' ? [role] : role;
    const candidates = (await named()).filter((/** @type {any} */ node) => fits(name, node.name));
    for (const wanted of roles) {
      const found = candidates.find((/** @type {any} */ node) => node.role === wanted);
      if (found) return (await send('DOM.resolveNode', { backendNodeId: found.id })).object.objectId;
    }
    return undefined;
  };

  /** What there is instead, for a message. */
  const there = async () => {
    const nodes = await named().catch(() => []);
    return nodes
      .filter((/** @type {any} */ { role }) => role !== 'InlineTextBox' && role !== 'RootWebArea')
      .slice(0, 40)
      .map((/** @type {any} */ { role, name }) => `${role} "${name.slice(0, 60)}"`)
      .join(', ');
  };

  /** Waits until it has been at one place for a while, so that nothing is clicked while it moves. */
  const locate = async (
    /** @type {Target} */ target,
    /** @type {readonly string[]} */ preferred,
    timeout = PATIENCE,
  ) => {
    const until = Date.now() + timeout;
    let why = 'is not there';
    let before = '';
    let since = 0;
    for (;;) {
      try {
        const objectId = await find(target, preferred);
        if (objectId) {
          const functionDeclaration = place.toString();
          const { result } = await send('Runtime.callFunctionOn', {
            objectId,
            functionDeclaration,
            returnByValue: true,
          });
          const { x, y } = result.value;
          why = result.value.why ?? 'does not keep still';
          const now = `${x} ${y}`;
          if (x === undefined || now !== before) since = Date.now();
          else if (Date.now() - since >= reaction) return { x, y };
          before = now;
        } else {
          why = 'is not there';
        }
      } catch (error) {
        if (session.closed) throw error;
        why = String(error); // the page changed under us; look again
      }
      if (Date.now() > until) throw new Error(`${describe(target)} ${why}. On the page: ${await there()}`);
      await pause(30);
    }
  };

  /** @type {(target: Target, preferred: readonly string[], timeout?: number) => Promise<void>} */
  const clickAt = async (target, preferred, timeout) => {
    const { x, y } = await locate(target, preferred, timeout);
    const at = { x, y, button: 'left', clickCount: 1 };
    await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    try {
      await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 });
      await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
    } catch (error) {
      // A click may close the popup it was made in, which is then no fault.
      if (!(error instanceof Error && error.message.includes(CLOSED))) throw error;
    }
  };

  /** @type {Page['press']} */
  const press = async (key) => {
    const event = keyEvent(key);
    try {
      await send('Input.dispatchKeyEvent', { ...event, type: event.text ? 'keyDown' : 'rawKeyDown' });
      await send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: undefined });
    } catch (error) {
      if (!(error instanceof Error && error.message.includes(CLOSED))) throw error;
    }
  };

  /** @type {Page['type']} */
  const type = async (text) => {
    for (const character of text) await press(character);
  };

  /** @type {Page['waitFor']} */
  const waitFor = async (expression, what, timeout = PATIENCE) => {
    const until = Date.now() + timeout;
    for (;;) {
      /** @type {unknown} */ let value;
      try {
        value = await evaluate(expression);
      } catch (error) {
        if (session.closed || Date.now() > until) throw error; // else: the page is between two documents
      }
      if (value) return value;
      if (Date.now() > until)
        throw new Error(`not within ${timeout / 1000} s: ${what}. On the page: ${await there()}`);
      await pause();
    }
  };

  const ANYTHING = [
    ...CLICKABLE,
    ...FIELDS,
    'heading',
    'alert',
    'status',
    'dialog',
    'image',
    'img',
    'paragraph',
  ];

  return {
    session,
    evaluate,
    waitFor,
    press,
    type,
    async navigate(url) {
      const { errorText } = await send('Page.navigate', { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
      await waitFor(
        `document.readyState === 'complete' && location.href !== 'about:blank'`,
        `${url} has loaded`,
        30_000,
      );
    },
    has: async (target) => (await find(target, ANYTHING)) !== undefined,
    async see(target, timeout = PATIENCE) {
      const until = Date.now() + timeout;
      while ((await find(target, ANYTHING).catch(() => undefined)) === undefined) {
        if (Date.now() > until)
          throw new Error(`${describe(target)} is not there. On the page: ${await there()}`);
        await pause();
      }
    },
    click: (target, timeout) => clickAt(target, CLICKABLE, timeout),
    async fill(label, text) {
      await clickAt(label, FIELDS);
      await press('Control+A');
      await press('Delete');
      await type(text);
    },
    insert: async (text) => void (await send('Input.insertText', { text })),
    text: () => evaluate('document.body.innerText'),
    async screenshot(file) {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      const png = Buffer.from(data, 'base64');
      if (file !== undefined) writeFileSync(file, png);
      return png;
    },
  };
}
