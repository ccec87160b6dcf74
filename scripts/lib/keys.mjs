/** @type {Record<string, { code: string, windowsVirtualKeyCode: number, text?: string }>} */
const NAMED = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  Delete: { code: 'Delete', windowsVirtualKeyCode: 46 },
  Home: { code: 'Home', windowsVirtualKeyCode: 36 },
  End: { code: 'End', windowsVirtualKeyCode: 35 },
  PageUp: { code: 'PageUp', windowsVirtualKeyCode: 33 },
  PageDown: { code: 'PageDown', windowsVirtualKeyCode: 34 },
  ArrowLeft: { code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};

/** The bits of the protocol's `modifiers`. */
const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** What the browser's own editing would do, which keys sent by the protocol do not bring with them. */
const EDITING = { 'Control+A': 'selectAll', 'Control+C': 'copy', 'Control+X': 'cut', 'Control+V': 'paste' };

/**
 * The parameters of `Input.dispatchKeyEvent` for `Enter`, `a`, `7`, `Shift+Tab`, `Control+A`.
 * @param {string} key
 */
export function keyEvent(key) {
  const parts = key.length > 1 ? key.split('+') : [key];
  const last = /** @type {string} */ (parts.pop());
  let modifiers = 0;
  for (const name of parts) {
    if (!(name in MODIFIERS)) throw new Error(`no such modifier: ${name}`);
    modifiers |= MODIFIERS[/** @type {keyof typeof MODIFIERS} */ (name)];
  }
  const named = NAMED[last];
  if (!named && last.length > 2) throw new Error(`no such key: ${last}`);
  const character = last.toUpperCase();
  const { text = undefined, ...codes } = named ?? {
    code: /\d/.test(last) ? `Digit${last}` : /[A-Z]/.test(character) ? `Key${character}` : '',
    windowsVirtualKeyCode: /[0-9A-Z]/.test(character) ? character.charCodeAt(0) : 0,
    text: last,
  };
  const command = EDITING[/** @type {keyof typeof EDITING} */ (key)];
  return {
    key: last === ' ' ? ' ' : last,
    ...codes,
    modifiers,
    text: modifiers & ~MODIFIERS.Shift ? undefined : text,
    commands: command ? [command] : [],
  };
}
