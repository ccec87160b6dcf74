import { browser } from 'wxt/browser';

export const MENU_FILL = 'fill-code';

/** In the menu of a box on an https page; fixed words, no names. Both browsers keep it, so it is made at install only. */
export function createContextMenu(): void {
  void browser.contextMenus.removeAll().then(() =>
    browser.contextMenus.create({
      id: MENU_FILL,
      title: browser.i18n.getMessage('menu_fill_code'),
      contexts: ['editable'],
      documentUrlPatterns: ['https://*/*'],
    }),
  );
}
