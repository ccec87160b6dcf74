import { browser } from 'wxt/browser';
import { askWorker } from './ask-worker';

/** Fixed words, a number of seconds at most, and the only ones of ours that a page ever shows: no code, no account, nothing to press. */
export type Hint =
  | 'hint_filled'
  | 'hint_waiting'
  | 'hint_locked'
  | 'hint_not_taken'
  | (typeof OTHER_HINTS)[OtherHint];

type OtherHint = keyof typeof OTHER_HINTS;

/** Of a prompt that is not ours to fill; of a recovery code the popup speaks. */
export const OTHER_HINTS = {
  sms: 'hint_sms',
  email: 'hint_email',
  push: 'hint_push',
  'security-key': 'hint_security_key',
  device: 'hint_device',
  pin: 'hint_pin',
} as const;

const SHOWN_MS = 4_000;

/** Colours of the system, light or dark or forced; it moves for nobody. */
const STYLE = `:host{all:initial;position:fixed;right:16px;bottom:16px;z-index:2147483647;pointer-events:none}
p{margin:0;font:14px system-ui;padding:12px;border-radius:8px;color-scheme:light dark;color:CanvasText;background:Canvas;border:1px solid}`;

let shown: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows one hint for four seconds, in place of the one before. `until`: when the wait it speaks of ends, by our clock.
 * In the language that was chosen, which the worker knows; the browser's, where it does not answer.
 */
export function showHint(hint: Hint, until = 0): void {
  hideHint();
  const mine = document.createElement('div');
  shown = mine;
  const root = mine.attachShadow({ mode: 'closed' });
  // A constructed sheet is untouched by the page's content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  root.append(words);
  document.documentElement.append(mine);
  let said = browser.i18n.getMessage(hint, '$1');
  const tell = () => {
    if (shown !== mine) return;
    const seconds = Math.ceil((until - performance.now()) / 1000);
    words.textContent = said.replace('$1', `${seconds}`);
    timer = seconds > 1 ? setTimeout(tell, 1_000) : setTimeout(hideHint, SHOWN_MS);
  };
  void askWorker('words/hint', { hint })
    .then((reply) => {
      if ('value' in reply) said = reply.value;
    })
    .catch(() => {})
    .then(tell);
}

export function hideHint(): void {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
}
