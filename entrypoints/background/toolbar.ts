import { browser } from 'wxt/browser';

type Face = 'locked' | 'unlocked' | 'waiting';

const icon = (face: Face) =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${face}-${size}.png`]));

/** The toolbar button of every tab: the card is filled while locked, outlined while open. */
export async function showLocked(locked: boolean): Promise<void> {
  await browser.action.setIcon({ path: icon(locked ? 'locked' : 'unlocked') });
  await browser.action.setTitle({
    title: browser.i18n.getMessage(locked ? 'badge_locked_title' : 'action_title'),
  });
}

/** The button of one tab: a dot while a prompt there waits for the person. Ends with the page. */
export async function showPrompt(tabId: number, prompt: 'waiting' | 'locked' | null): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: prompt ? '•' : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#0B6E75' });
    if (!prompt) return;
    if (prompt === 'waiting') await browser.action.setIcon({ tabId, path: icon('waiting') });
    const title = browser.i18n.getMessage(prompt === 'locked' ? 'badge_locked_title' : 'badge_waiting_title');
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile; there is nothing to show it on.
  }
}
