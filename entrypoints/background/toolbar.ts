import { browser } from 'wxt/browser';

type Face = 'locked' | 'unlocked' | 'waiting';

const ACCENT = '#0B6E75';
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

/** The button of one tab: a dot while a prompt there waits for the person. Ends with the page. */
export function showPrompt(tabId: number, prompt: 'waiting' | 'locked' | null): void {
  const badge = [
    browser.action.setBadgeText({ tabId, text: prompt ? '•' : '' }),
    browser.action.setBadgeBackgroundColor({ tabId, color: ACCENT }),
  ];
  paint(...badge);
  if (!prompt) return;
  const title = browser.i18n.getMessage(prompt === 'locked' ? 'badge_locked_title' : 'badge_waiting_title');
  const face = prompt === 'locked' ? 'locked' : 'waiting';
  paint(browser.action.setIcon({ tabId, path: icon(face) }), browser.action.setTitle({ tabId, title }));
}

/** What the button looks like is no reason to wait or to fail: the tab may have closed meanwhile. */
function paint(...strokes: Promise<void>[]): void {
  void Promise.allSettled(strokes);
}
