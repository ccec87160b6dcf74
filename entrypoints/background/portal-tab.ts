import { browser } from 'wxt/browser';
import { Failure } from '../../utils/failure';
import { askTab } from '../../utils/messaging/client';
import type { FillReport } from '../../utils/messaging/content-protocol';
import type { FillOutcome } from '../../utils/messaging/views';
import { cleanName } from '../../utils/otp/label';
import { keptOut } from '../../utils/platform/kept-out';
import { parseOrigin } from '../../utils/portals/origin';
import { CONTENT_SCRIPT, READER_SCRIPT } from './portal-scripts';

export interface OpenTab {
  /** Canonical https origin of the top frame. */
  readonly origin: string;
  readonly active: boolean;
}

/** What a tab shows, as the browser says it now; null where it is no https page or none we may see. */
export async function openTab(tabId: number): Promise<OpenTab | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const origin = parseOrigin(tab?.url ?? '');
  return tab && origin ? { origin, active: tab.active } : null;
}

/** @throws Failure `page-unreachable` where the tab shows no https page that we may see */
export async function requireTab(tabId: number): Promise<OpenTab> {
  const tab = await openTab(tabId);
  if (!tab) throw new Failure('page-unreachable');
  return tab;
}

/** @throws Failure `origin-refused` where the tab has gone elsewhere meanwhile */
export async function requireTabOrigin(tabId: number, origin: string): Promise<void> {
  if ((await requireTab(tabId)).origin !== origin) throw new Failure('origin-refused', origin);
}

/**
 * Makes sure our script is in the tab (by the host the person granted, or by the click they just made) and tells
 * every frame that a code may be asked for. One of them gets it.
 * @throws Failure `page-unreachable`, `closed-by-policy`, `wrong-length`; `sent-elsewhere`, `sent-in-address` where the person has to agree to it first
 */
export async function askForCode(tabId: number): Promise<FillReport> {
  const injected = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT, READER_SCRIPT] })
    .catch((thrown) => {
      throw keptOut(thrown, 'page-unreachable');
    });
  const asked = injected.map(({ frameId }) =>
    askTab(tabId, frameId ?? 0, 'fill/ready').then(
      ({ outcome, goOn }): FillReport => ({ outcome, goOn: wordsOf(goOn) }),
      (thrown): FillReport | Failure => (isQuestion(thrown) ? thrown : NO_PROMPT),
    ),
  );
  const answers = await Promise.all(asked);
  const question = answers.find((answer) => answer instanceof Failure);
  const reports = answers.filter((answer): answer is FillReport => !(answer instanceof Failure));
  const [best] = BEST_FIRST.flatMap((outcome) => reports.find((report) => report.outcome === outcome) ?? []);
  if (question && !best) throw question;
  return best ?? NO_PROMPT;
}

const NO_PROMPT: FillReport = { outcome: 'no-prompt', goOn: null };
const MOST_WORDS = 60;

/** A page's words: a short line of text, or none. */
function wordsOf(thing: unknown): string | null {
  return (typeof thing === 'string' && cleanName(thing, MOST_WORDS)) || null;
}

function isQuestion(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && /^(?:sent|wrong)-/.test(thrown.code);
}

/** The same for a recovery code, to the one frame whose prompt asks for one. */
export async function askForRecoveryCode(tabId: number, frameId: number): Promise<FillOutcome> {
  return askTab(tabId, frameId, 'fill/recovery-ready').then(
    ({ outcome }) => outcome,
    () => 'no-prompt',
  );
}

const BEST_FIRST: FillOutcome[] = ['filled', 'not-taken', 'waiting'];

export function lookAgain(tabId: number, frameId: number): Promise<void> {
  return askTab(tabId, frameId, 'fill/look');
}

/** Was the document of this frame begun after that time? False where nobody can tell. */
export async function isNewPage(tabId: number, frameId: number, since: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  const [answer] = await browser.scripting
    .executeScript({ target, func: () => performance.timeOrigin })
    .catch(() => []);
  return typeof answer?.result === 'number' && answer.result > since;
}
