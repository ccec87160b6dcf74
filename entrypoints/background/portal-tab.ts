import { browser } from 'wxt/browser';
import { Failure } from '../../utils/failure';
import { askTab } from '../../utils/messaging/client';
import type { FillOutcome } from '../../utils/messaging/protocol';
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

/**
 * Makes sure our script is in the tab (by the host the person granted, or by the click they just made) and tells
 * every frame that a code may be asked for. One of them gets it.
 * @throws Failure `page-unreachable`, `wrong-length`; `sent-elsewhere`, `sent-in-address` where the person has to agree to it first
 */
export async function askForCode(tabId: number): Promise<FillOutcome> {
  const injected = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT, READER_SCRIPT] })
    .catch(() => {
      throw new Failure('page-unreachable');
    });
  const asked = injected.map(({ frameId }) =>
    askTab(tabId, frameId ?? 0, 'fill/ready').then(
      ({ outcome }) => outcome,
      (thrown): FillOutcome | Failure => (isQuestion(thrown) ? thrown : 'no-prompt'),
    ),
  );
  const answers = await Promise.all(asked);
  const question = answers.find((answer) => answer instanceof Failure);
  const outcomes = answers.filter((answer): answer is FillOutcome => !(answer instanceof Failure));
  if (question && !outcomes.some((outcome) => BEST_FIRST.includes(outcome))) throw question;
  return BEST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'no-prompt';
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
