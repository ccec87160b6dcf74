import { browser } from 'wxt/browser';

/** In a tab of its own: a file dialog, a drop, or the browser's question for the camera would close the popup. */
export function openScan(): void {
  browser.tabs.create({ url: browser.runtime.getURL('/scan.html') });
  window.close();
}
