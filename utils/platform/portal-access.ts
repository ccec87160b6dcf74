import { browser } from 'wxt/browser';

/** Sites on which codes are filled without a click of ours: the hosts the person granted, one by one. */

/** A match pattern holds no port in every browser, and without one it stands for all ports. */
function pattern(origin: string): string {
  return `https://${new URL(origin).hostname}/*`;
}

/**
 * Asks the person. Must be called inside a click, before anything is awaited: Firefox wants the live
 * gesture, and Chromium's question closes the popup, so nothing may depend on the answer arriving.
 */
export function requestAccess(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern(origin)] });
}

/** Takes the site back; answers whether it was held. */
export function revokeAccess(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern(origin)] });
}

export function holdsAccess(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern(origin)] });
}

/** Origins of the granted hosts, such as `https://harbour.au1.cliniko.com`, in order of name. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins
    .filter((granted) => granted.startsWith('https://') && !granted.startsWith('https://*'))
    .map((granted) => granted.replace(/\/\*$/, ''))
    .sort();
}

/** Calls back whenever a host is granted or taken back, until the returned function is called. */
export function watchAccess(callback: () => void): () => void {
  browser.permissions.onAdded.addListener(callback);
  browser.permissions.onRemoved.addListener(callback);
  return () => {
    browser.permissions.onAdded.removeListener(callback);
    browser.permissions.onRemoved.removeListener(callback);
  };
}
