import { ask } from '../../utils/messaging/client';
import { clearIfUnchanged } from '../../utils/platform/clipboard';

/** Seen by nobody: a service worker has no document, and the clipboard is cleared in one. The worker closes it. */
const copied = await ask('clipboard/copied');
const outcome = copied ? await clearIfUnchanged(copied) : 'changed';
await ask('clipboard/done', { outcome, mac: copied?.mac ?? '' });
