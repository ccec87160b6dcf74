import { browser } from 'wxt/browser';
import { say } from './words';

export const MENU_FILL = 'fill-code';

/** In the menu of a box on an https page; fixed words, no names. Both browsers keep it, so it is made at install, and for other words. */
export function createContextMenu(): void {
  void Promise.all([say('menu_fill_code'), browser.contextMenus.removeAll()]).then(([title]) =>
    browser.contextMenus.create({
      id: MENU_FILL,
      title,
      contexts: ['editable'],
      documentUrlPatterns: ['https://*/*'],
    }),
  );
}
