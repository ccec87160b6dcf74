import type { VaultSnapshot } from '../messaging/views';
import type { ActiveTab } from './active-tab';

/** What the popup's first script asked while the page's own code was still on its way. It leaves it in the page's global object. */
export interface FirstQuestion {
  readonly tab: Promise<ActiveTab | null>;
  readonly snapshot: Promise<VaultSnapshot>;
  /** Something has moved since: the answer may be old. */
  isStale: boolean;
}

declare global {
  var firstQuestion: FirstQuestion | undefined;
}

/** The tab it was about; undefined on pages without such a script. */
export function firstTab(): Promise<ActiveTab | null> | undefined {
  return globalThis.firstQuestion?.tab;
}

/** Its answer, once; undefined where there is none, or it may be old. */
export function takeFirstSnapshot(): Promise<VaultSnapshot> | undefined {
  const { firstQuestion } = globalThis;
  globalThis.firstQuestion = undefined;
  return firstQuestion && !firstQuestion.isStale ? firstQuestion.snapshot : undefined;
}
