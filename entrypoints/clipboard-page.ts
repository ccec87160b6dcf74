import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../utils/messaging/client';
import { clearIfUnchanged } from '../utils/platform/clipboard';

/**
 * Of `public/clipboard.html`, which nobody sees: a service worker has no document, and the clipboard is cleared in one. The
 * worker opens it, and closes it when it has heard. A script of its own, so that it shares no pieces with the popup.
 */
export default defineUnlistedScript(async () => {
  const copied = await ask('clipboard/copied');
  const outcome = copied ? await clearIfUnchanged(copied) : 'changed';
  await ask('clipboard/done', { outcome, mac: copied?.mac ?? '' });
});
