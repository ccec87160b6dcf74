import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../utils/messaging/client';
import { findActiveTab } from '../utils/platform/active-tab';
import type { FirstQuestion } from '../utils/platform/first-question';
import { watchRevision } from '../utils/platform/revision';

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
