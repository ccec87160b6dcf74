import { Failure } from '../../utils/failure';
import type { TabView } from '../../utils/messaging/views';
import { holdsAccess } from '../../utils/platform/portal-access';
import { bumpRevision } from '../../utils/platform/revision';
import { changeTab, readTab, type TabState, type Trial } from '../../utils/platform/tab-state';
import { findAccount } from '../../utils/vault/vault';
import { verified } from './accounts';
import type { ContentSender } from './audience';
import { isNewPage, openTab } from './portal-tab';
import type { Session } from './session';

/** Milliseconds in which a prompt that is there again after a code was sent says that it was refused. */
export const REFUSED_WITHIN = 60_000;
/** A page that went on, and asks for nothing this long, has taken the code. */
const SETTLED_AFTER = 5_000;
/** One that is there again this soon after it was gone was never taken; later it asks for another code. */
const BACK_WITHIN = 15_000;
/** A page may draw its boxes anew while it waits for its server. */
const ANSWERS_AFTER = 1_500;

export type Acceptance = ReturnType<typeof createAcceptance>;

/**
 * Did the portal take the code? It was handed to a page (`trial` of the tab), sent off, and the prompt is gone and stays
 * so. Nothing waits in memory for it: the timer only makes it known soon.
 */
export function createAcceptance({ current, saveAccounts }: Pick<Session, 'current' | 'saveAccounts'>) {
  const ofFrame = (trial: Trial | undefined, { frameId, origin }: ContentSender) =>
    trial?.frameId === frameId && trial.origin === origin && !trial.end ? trial : null;

  async function sent(sender: ContentSender): Promise<void> {
    await change(sender, (trial) => ({ ...trial, sentAt: trial.sentAt ?? Date.now() }));
    settleSoon(sender.tabId);
  }

  async function gone(sender: ContentSender): Promise<void> {
    await change(sender, (trial) => ({ ...trial, goneAt: Date.now() }));
    settleSoon(sender.tabId);
  }

  function settleSoon(tabId: number): void {
    setTimeout(() => void settle(tabId).catch(() => {}), SETTLED_AFTER + 100);
  }

  function change(sender: ContentSender, make: (trial: Trial) => Trial): Promise<void> {
    return changeTab(sender.tabId, (state) => {
      const trial = ofFrame(state.trial, sender);
      return trial ? { trial: make(trial) } : {};
    });
  }

  /** The tab asks for a code once more. */
  async function asksAgain(tabId: number): Promise<void> {
    await settle(tabId);
    const { trial } = await readTab(tabId);
    const now = Date.now();
    if (trial?.sentAt === undefined || trial.end === 'refused') return;
    const { sentAt, goneAt } = trial;
    const isAnswer = goneAt === undefined ? now - sentAt >= ANSWERS_AFTER : now - goneAt < BACK_WITHIN;
    if (!isAnswer || now - sentAt >= REFUSED_WITHIN) return;
    await end(tabId, trial, 'refused');
    if (trial.end !== 'accepted') return;
    // It was believed too early.
    await saveAccounts((vault) => {
      const account = findAccount(vault, trial.accountId);
      const early = account.verifiedAt !== null && account.verifiedAt >= trial.at;
      return early ? [{ ...account, verifiedAt: null }] : [];
    });
  }

  /** A login begins: what comes after it says nothing of the code before. */
  async function loginBegan(tabId: number): Promise<void> {
    await settle(tabId).catch(() => {});
    await changeTab(tabId, { trial: undefined });
  }

  async function settle(tabId: number): Promise<void> {
    const { trial } = await readTab(tabId);
    if (!trial || trial.end || trial.sentAt === undefined) return;
    const now = Date.now();
    if (now - (trial.goneAt ?? trial.sentAt) < SETTLED_AFTER) return;
    // The page left may have said so to nobody.
    if (trial.goneAt === undefined && !(await isNewPage(tabId, trial.frameId, trial.at))) return;
    const account = findAccount(await current(), trial.accountId);
    const tab = await openTab(tabId);
    // Where we are not in the page that follows, nobody would see it ask again.
    const isSeen = tab && account.origins.includes(tab.origin) && (await holdsAccess(tab.origin));
    if (!isSeen) return;
    if (account.verifiedAt === null)
      await saveAccounts((vault) => [verified(findAccount(vault, trial.accountId), now)]);
    await end(tabId, trial, 'accepted');
  }

  async function end(tabId: number, trial: Trial, end: Trial['end']): Promise<void> {
    await changeTab(tabId, ({ trial: held, enrolled }) => ({
      trial: held?.at === trial.at ? { ...held, end } : held,
      ...(enrolled?.accountId === trial.accountId && {
        enrolled: { ...enrolled, answer: end, at: Date.now() },
      }),
    }));
    await bumpRevision();
  }

  /** What there is to say of an account saved in this tab. */
  async function news(tabId: number): Promise<TabView['enrolled']> {
    await settle(tabId).catch((thrown) => {
      if (!(thrown instanceof Failure)) throw thrown; // locked, or the account is gone: nothing to settle
    });
    const { enrolled } = await readTab(tabId);
    if (!enrolled || Date.now() - enrolled.at > newsFor(enrolled)) return null;
    const { accountId, outcome, goOn = null, answer = null } = enrolled;
    return { accountId, outcome, goOn, answer };
  }

  return { sent, gone, asksAgain, loginBegan, news };
}

/** The walk of an enrolment is not over: the portal has its first code, and has not said yet what it makes of it. */
export function isUnderWay(enrolled: TabState['enrolled']): boolean {
  return (
    enrolled !== undefined && enrolled.answer !== 'accepted' && Date.now() - enrolled.at <= newsFor(enrolled)
  );
}

/** One whose worker died before it could say how it went is news for less. Milliseconds. */
function newsFor({ outcome, answer }: NonNullable<TabState['enrolled']>): number {
  if (answer) return 300_000;
  return outcome ? 120_000 : 40_000;
}
