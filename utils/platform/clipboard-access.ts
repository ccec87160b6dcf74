import { browser } from 'wxt/browser';

type Permissions = NonNullable<Parameters<typeof browser.permissions.request>[0]['permissions']>;

/** What clearing the clipboard needs, of which an install grants nothing; `offscreen` is Chromium's and warns of nothing. */
const NEEDED = ['clipboardRead', 'clipboardWrite', 'offscreen'];

function needed(): { permissions: Permissions } {
  const { optional_permissions = [] } = browser.runtime.getManifest();
  return {
    permissions: NEEDED.filter((each) => optional_permissions.includes(each as never)) as Permissions,
  };
}

/** Asks the person. Must be called inside a click, before anything is awaited. */
export function requestClipboard(): Promise<boolean> {
  return browser.permissions.request(needed());
}

export function holdsClipboard(): Promise<boolean> {
  return browser.permissions.contains(needed());
}

export function releaseClipboard(): Promise<boolean> {
  return browser.permissions.remove(needed());
}
