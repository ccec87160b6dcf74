import { browser } from 'wxt/browser';
import type { PromptKind } from '../../utils/autofill/prompt';

type Face = 'locked' | 'unlocked' | 'waiting';

const ACCENT = '#0B6E75';
const MUTED = '#5B6770';

/** What the button says of a prompt. A dot where the person has something to do here, else a dash. */
const PROMPTS = {
  waiting: ['•', 'badge_waiting_title'],
  locked: ['•', 'badge_locked_title'],
  ask: ['•', 'badge_ask_title'],
  recovery: ['•', 'badge_recovery_title'],
  sms: ['–', 'badge_sms_title'],
  email: ['–', 'badge_email_title'],
  push: ['–', 'badge_push_title'],
  'security-key': ['–', 'badge_security_key_title'],
  device: ['–', 'badge_device_title'],
  pin: ['–', 'badge_pin_title'],
  remembered: ['•', 'badge_remembered_title'],
} as const satisfies Record<
  Exclude<PromptKind, 'totp'> | 'waiting' | 'locked' | 'remembered',
  readonly [string, string]
>;
const icon = (face: Face) =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${face}-${size}.png`]));

/** The toolbar button of every tab: the card is filled while locked, outlined while open. */
export function showLocked(locked: boolean): void {
  const title = browser.i18n.getMessage(locked ? 'badge_locked_title' : 'action_title');
  paint(
    browser.action.setIcon({ path: icon(locked ? 'locked' : 'unlocked') }),
    browser.action.setTitle({ title }),
  );
}

/**
 * The button of one tab: a dot while a prompt there waits for the person, a word about one that is not ours to fill.
 * Ends with the page. @param locked what the button goes back to
 */
export function showPrompt(tabId: number, prompt: keyof typeof PROMPTS | null, locked = false): void {
  if (prompt === null) {
    clearPrompt(tabId, locked);
    return;
  }
  const [text, title] = PROMPTS[prompt];
  paint(
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: text === '•' ? ACCENT : MUTED }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage(title) }),
  );
  if (prompt === 'waiting' || prompt === 'locked')
    paint(browser.action.setIcon({ tabId, path: icon(prompt) }));
}

function clearPrompt(tabId: number, locked: boolean): void {
  const title = browser.i18n.getMessage(locked ? 'badge_locked_title' : 'action_title');
  paint(
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: icon(locked ? 'locked' : 'unlocked') }),
  );
}

/** What the button looks like is no reason to wait or to fail: the tab may have closed meanwhile. */
function paint(...strokes: Promise<void>[]): void {
  void Promise.allSettled(strokes);
}
