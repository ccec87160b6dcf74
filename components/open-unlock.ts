import { browser } from 'wxt/browser';

/** What the small window is to do, as it is written after the # of its address. */
export interface UnlockWish {
  /** The tab that is looked at again once the vault is open. */
  readonly tabId: number | null;
  /** Ask the passkey at once: the person has just pressed a button that says so. */
  readonly passkey: boolean;
}

/** The lock screen in a small window: a dialog of the system takes the focus, and the popup would close under it. */
export function openUnlockWindow(wish: UnlockWish): void {
  const url = `${browser.runtime.getURL('/unlock.html')}${formatWish(wish)}`;
  browser.windows.create({ type: 'popup', url, width: 400, height: 560 });
}

export function formatWish({ tabId, passkey }: UnlockWish): string {
  const words = [passkey ? 'passkey' : '', tabId === null ? '' : `tab=${tabId}`].filter(Boolean);
  return words.length > 0 ? `#${words.join('&')}` : '';
}

export function parseWish(hash: string): UnlockWish {
  const wish = new URLSearchParams(hash.slice(1));
  const tab = wish.get('tab') ?? '';
  return { tabId: /^\d+$/.test(tab) ? Number(tab) : null, passkey: wish.has('passkey') };
}
