import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ContentProtocol } from '../../utils/messaging/content-protocol';
import type { PageProtocol } from '../../utils/messaging/protocol';
import { createRouter, type Sender } from '../../utils/messaging/router';
import { watchRevision } from '../../utils/platform/revision';
import { watchSettings } from '../../utils/platform/settings';
import { createSnapshotStore } from '../../utils/platform/snapshots';
import { createVaultStore } from '../../utils/platform/vault-store';
import { accountHandlers } from './accounts';
import { reauthenticate } from './attempts';
import { type ContentSender, contentAudience, pageAudience } from './audience';
import { createAutoLock } from './auto-lock';
import { createClipboard } from './clipboard';
import { clockHandlers } from './clock';
import { codeHandlers } from './codes';
import { createContextMenu, MENU_FILL } from './context-menu';
import { doublesHandlers } from './doubles';
import { createFill } from './fill';
import { openFirstRun } from './first-run';
import { passkeyHandlers } from './passkeys';
import { injectIntoOpenTabs, registerPortalScripts } from './portal-scripts';
import { createProfile } from './profile';
import { createRecovery } from './recovery';
import { createRemembered } from './remembered';
import { createSession } from './session';
import { showStanding, showStandingAnew } from './toolbar';
import { transferHandlers } from './transfer';
import { createUnlocking } from './unlocking';
import { onUpdateAvailable } from './update';
import { vaultHandlers } from './vault';
import { hintHandlers, wordHandlers } from './words';

/** The table of contents: every listener is registered in the first turn, and nothing is awaited. */
export default defineBackground(() => {
  const stores = { vaults: createVaultStore(), snapshots: createSnapshotStore() };
  const profile = createProfile(stores);
  const session = createSession(stores, profile);
  const clipboard = createClipboard();
  const autoLock = createAutoLock(session, clipboard);
  const fill = createFill(session, autoLock);
  const recovery = createRecovery({ session, reauthenticate, autoLock });
  const remembered = createRemembered(session);
  const unlocking = createUnlocking({ stores, profile, session, autoLock });

  const pages = createRouter<PageProtocol, Sender>(
    {
      ...vaultHandlers({ stores, profile, session, unlocking, autoLock, fill }),
      ...passkeyHandlers({ profile, session, unlocking, fill }),
      ...transferHandlers({ session, reauthenticate }),
      ...accountHandlers({ session, fill, reauthenticate }),
      ...doublesHandlers(session),
      ...codeHandlers({ session, autoLock, clipboard }),
      ...clipboard.pageHandlers,
      ...clockHandlers,
      ...wordHandlers(() => {
        createContextMenu();
        showStandingAnew();
      }),
      ...fill.pageHandlers,
      ...recovery.pageHandlers,
    },
    pageAudience(browser.runtime.id, browser.runtime.getURL('/')),
    console.error,
  );
  const content = createRouter<ContentProtocol, ContentSender>(
    { ...fill.contentHandlers, ...recovery.contentHandlers, ...remembered.contentHandlers, ...hintHandlers },
    contentAudience(browser.runtime.id),
    console.error,
  );

  /** Where the choice is not clear, the popup asks; a browser that cannot open it leaves it to badge and person. */
  const fillOrAsk = async (tabId: number) =>
    (await fill.onCommand(tabId)) || browser.action.openPopup().catch(() => {});

  void registerPortalScripts(); // the worker before this one may have died in the midst of it
  watchRevision(showStanding);
  // Only ciphertext, settings and counts are there; a content script has no business with them either. Chromium only.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, respond: (reply: unknown) => void) => {
      void Promise.resolve(pages(message, sender))
        .then((reply) => reply ?? content(message, sender))
        .then(respond);
      return true;
    },
  );

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void openFirstRun(reason, session.status);
    createContextMenu();
    void registerPortalScripts().then(injectIntoOpenTabs);
    showStanding();
  });
  browser.runtime.onStartup.addListener(() => {
    void registerPortalScripts();
    showStanding();
  });
  browser.runtime.onUpdateAvailable.addListener(() => {
    void session.status().then((status) => onUpdateAvailable(status !== 'unlocked'));
  });
  browser.permissions.onAdded.addListener(() => void registerPortalScripts().then(injectIntoOpenTabs));
  browser.permissions.onRemoved.addListener(() => void registerPortalScripts());

  browser.alarms.onAlarm.addListener((alarm) => void autoLock.onAlarm(alarm));
  browser.alarms.onAlarm.addListener((alarm) => void clipboard.onAlarm(alarm));
  watchSettings(() => void autoLock.onSettings());
  browser.idle.onStateChanged.addListener((state) => void autoLock.onIdleState(state));

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lock-vault') void autoLock.lock();
    if (command === 'fill-code' && tab?.id !== undefined) void fillOrAsk(tab.id);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_FILL && tab?.id !== undefined) void fillOrAsk(tab.id);
  });
});
