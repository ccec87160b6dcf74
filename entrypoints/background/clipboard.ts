import { browser } from 'wxt/browser';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { ClearOutcome } from '../../utils/messaging/views';
import { clearIfUnchanged } from '../../utils/platform/clipboard';
import { forgetCopied, markCopied, readCopied } from '../../utils/platform/copied-code';
import { bumpRevision } from '../../utils/platform/revision';
import { addNews } from '../../utils/platform/session-news';
import { readSettings } from '../../utils/platform/settings';

type ClipboardMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `clipboard/${string}`>>;

const ALARM = 'clear-clipboard';
const CLEAR_AFTER_MINUTES = 0.5;
const PAGE = '/clipboard.html';

export type Clipboard = ReturnType<typeof createClipboard>;

/** Takes a copied code off the clipboard again, where the person wants that. Nothing waits in memory for it. */
export function createClipboard() {
  /** This code is about to be on the clipboard, or is there now. */
  async function expect(code: string): Promise<void> {
    if (!(await readSettings()).clearsClipboard) return;
    await markCopied(code);
    await setAlarm();
  }

  const setAlarm = () => browser.alarms.create(ALARM, { delayInMinutes: CLEAR_AFTER_MINUTES });

  async function clear(): Promise<void> {
    const copied = await readCopied();
    if (!copied) return;
    await setAlarm(); // once more, should whoever clears it die meanwhile
    if (typeof document === 'undefined') await openPage(copied.mac);
    else await done(await clearIfUnchanged(copied), copied.mac); // Firefox: this is a page itself
  }

  /** A document nobody sees, which asks what to look for, and says what became of it. */
  async function openPage(mac: string): Promise<void> {
    const wanted = {
      url: PAGE,
      reasons: ['CLIPBOARD' as const],
      justification: 'Takes a copied code off the clipboard.',
    };
    try {
      await closePage(); // one that a dead worker left
      await browser.offscreen.createDocument(wanted);
    } catch {
      await done('unreadable', mac); // the permission was taken back
    }
  }

  async function closePage(): Promise<void> {
    await browser.offscreen?.closeDocument().catch(() => {}); // there is none
  }

  async function done(outcome: ClearOutcome, mac: string): Promise<void> {
    if ((await readCopied())?.mac === mac) await browser.alarms.clear(ALARM);
    await forgetCopied({ mac });
    if (outcome !== 'unreadable') return;
    await addNews({ clipboardLeft: true });
    await bumpRevision();
  }

  const pageHandlers: Handlers<ClipboardMessages, Sender> = {
    'clipboard/copied': readCopied,
    async 'clipboard/done'({ outcome, mac }) {
      await done(outcome, mac);
      await closePage();
    },
  };

  return {
    expect,
    clear,
    onAlarm: async ({ name }: { name: string }) => {
      if (name === ALARM) await clear();
    },
    pageHandlers,
  };
}
