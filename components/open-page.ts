import { browser } from 'wxt/browser';

/** Opens a page of ours in a tab. @param address its file and what to do there, such as `welcome.html#renew` */
export function openPage(address: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/') + address });
}

/** The same out of the popup, which would close under a file dialog, a printout or the browser's question, and goes at once. */
export function leaveFor(address: string): void {
  openPage(address);
  window.close();
}
