import type { Audience, Sender } from '../../utils/messaging/router';
import { parseOrigin } from '../../utils/portals/origin';

/** A content script, as the browser reports it. */
export interface ContentSender {
  readonly tabId: number;
  readonly frameId: number;
  /** Canonical https origin of the frame. */
  readonly origin: string;
}

/** A page of ours, in no one else's frame. */
export function pageAudience(extensionId: string, baseUrl: string): Audience<Sender> {
  return (sender) => {
    const ours = sender.id === extensionId && sender.url?.startsWith(baseUrl);
    const framed = sender.tab !== undefined && sender.frameId !== 0;
    return ours && !framed ? sender : null;
  };
}

/** Our script in a web page: a tab, a frame, an https origin; a page of ours is not one. */
export function contentAudience(extensionId: string): Audience<ContentSender> {
  return ({ id, tab, frameId, origin, url, documentLifecycle = 'active' }) => {
    const seen = parseOrigin(url ?? '');
    // A page made ready behind the one that is shown, or kept from before, is not the one the person sees.
    if (documentLifecycle !== 'active') return null;
    if (id !== extensionId || tab?.id === undefined || frameId === undefined || seen === null) return null;
    // Chromium tells the origin apart from the address: a sandboxed frame has the one and not the other.
    if (origin !== undefined && parseOrigin(origin) !== seen) return null;
    return { tabId: tab.id, frameId, origin: seen };
  };
}
