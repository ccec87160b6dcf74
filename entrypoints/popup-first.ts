import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../utils/messaging/client';
import type { VaultSnapshot } from '../utils/messaging/views';
import { type ActiveTab, findActiveTab } from '../utils/platform/active-tab';
import { watchRevision } from '../utils/platform/revision';

/** What is asked before the page's own code is there. */
export interface FirstQuestion {
  readonly tab: Promise<ActiveTab | null>;
  readonly snapshot: Promise<VaultSnapshot>;
  /** Something has moved since: the answer may be old. */
  isStale: boolean;
}

declare global {
  var firstQuestion: FirstQuestion | undefined;
}

/** The popup's first script: asks what everybody waits for while the page's own code is on its way. */
export default defineUnlistedScript(() => {
  if (location.hash) return; // the small window is about one account, and no tab
  const tab = findActiveTab().catch(() => null);
  const snapshot = tab.then((tab) => ask('vault/snapshot', { tabId: tab?.id ?? null }));
  snapshot.catch(() => undefined); // who takes it hears of it
  const question: FirstQuestion = { tab, snapshot, isStale: false };
  globalThis.firstQuestion = question;
  watchRevision(() => {
    question.isStale = true;
  });
});
