import { candidatesFor } from '../../utils/autofill/candidates';
import { readAsked } from '../../utils/autofill/length';
import { withShown } from '../../utils/autofill/login-name';
import {
  armedAccount,
  clearAccount,
  isFilledByItself,
  isStepUsed,
  type SendsTo,
  whoseStill,
} from '../../utils/autofill/release';
import { Failure } from '../../utils/failure';
import type {
  ContentProtocol,
  FillReport,
  OfferReply,
  PromptFacts,
} from '../../utils/messaging/content-protocol';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import type { FillOutcome, TabView } from '../../utils/messaging/views';
import { stepEnd } from '../../utils/otp/code';
import { bumpRevision } from '../../utils/platform/revision';
import { changeTab, readTab, readUsedStep, type TabState } from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import { sendsAt } from '../../utils/portals/says';
import { activeAccounts, findAccount } from '../../utils/vault/vault';
import { createAcceptance, isUnderWay, REFUSED_WITHIN } from './acceptance';
import type { ContentSender } from './audience';
import type { AutoLock } from './auto-lock';
import { checkClock, timeForCodes } from './clock';
import { handOutCode } from './code-door';
import { isOutcome, namesOf, textOf } from './content-words';
import { createLogins } from './logins';
import { noteOther, promptGone, readPromptFacts } from './other-prompts';
import { bringReader, bringScript } from './portal-scripts';
import { askForCode, lookAgain, openTab, requireTab } from './portal-tab';
import type { Session } from './session';
import { showPrompt } from './toolbar';

export type Fill = ReturnType<typeof createFill>;
/** What a person has read and agreed to. */
interface Agreed {
  /** That this step's code was used here already. */
  readonly again: boolean;
  /** That the page sends the code there. */
  readonly sendsTo: SendsTo;
}

const NOTHING_AGREED: Agreed = { again: false, sendsTo: null };

type FillMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `fill/${string}`>>;

/** Who may have a code in a page, and when. See the invariants in `utils/autofill/README.md`. */
export function createFill(session: Session, { lockAfterUse }: Pick<AutoLock, 'lockAfterUse'>) {
  const acceptance = createAcceptance(session);
  const logins = createLogins(session, acceptance);

  /**
   * Lets one code of this account go to what the tab shows, because a person asked for it just now.
   * @throws Failure `page-unreachable`, `not-bound`, `step-used`
   */
  async function release(tabId: number, accountId: string, agreed: Agreed): Promise<FillReport> {
    const { origin } = await requireTab(tabId);
    const account = findAccount(await session.current(), accountId);
    if (!candidatesFor([account], origin).includes(accountId)) throw new Failure('not-bound', hostOf(origin));
    const { parameters } = account;
    const { now } = await timeForCodes();
    const used = await readUsedStep(accountId);
    if (parameters.kind === 'totp' && !agreed.again && isStepUsed(parameters, used, now))
      throw new Failure('step-used', Math.ceil((stepEnd(parameters, now) - now) / 1000));
    const release = { accountId, origin, at: Date.now(), ...agreed };
    await changeTab(tabId, { release, outcome: undefined });
    return askForCode(tabId);
  }

  /** As `release`, to its end. */
  async function intoTab(tabId: number, accountId: string, agreed = NOTHING_AGREED): Promise<FillOutcome> {
    try {
      const { outcome } = await release(tabId, accountId, agreed);
      await settle(tabId, outcome, ({ enrolled }) =>
        enrolled?.accountId === accountId
          ? { ...enrolled, outcome, answer: undefined, at: Date.now() }
          : undefined,
      );
      return outcome;
    } finally {
      await changeTab(tabId, { release: undefined });
    }
  }

  /** The first code of an account just saved; how it went is kept for the popup, which may be another by then. Never throws. */
  async function firstCode(tabId: number, accountId: string): Promise<void> {
    await changeTab(tabId, { enrolled: { accountId, outcome: null, at: Date.now() } });
    const report = await release(tabId, accountId, NOTHING_AGREED).catch(() => null);
    const { outcome, goOn } = report ?? { outcome: 'no-prompt', goOn: null };
    await settle(tabId, outcome, () => ({ accountId, outcome, goOn, at: Date.now() }));
  }

  /** One trigger, one code: whatever came of it, the wish is spent, and news of an earlier enrolment is old. */
  async function settle(
    tabId: number,
    outcome: FillOutcome,
    news: (state: TabState) => TabState['enrolled'] = () => undefined,
  ): Promise<void> {
    const { enrolled } = await readTab(tabId);
    await changeTab(tabId, (state) => ({ release: undefined, enrolled: news(state), outcome }));
    if (outcome === 'filled') showPrompt(tabId, null);
    await bumpRevision();
    // A set-up is walked to its end: the portal's answer and its recovery codes want an open vault.
    if (outcome === 'filled' && !isUnderWay(enrolled)) await lockAfterUse();
  }

  /** Shortcut and menu: fill where the choice is clear; answer false where a person has to choose, unlock, or see why. */
  async function onCommand(tabId: number): Promise<boolean> {
    const tab = await openTab(tabId);
    if (!tab) return false;
    const filled = await fillClear(tabId, tab.origin).catch(() => false);
    if (!filled) showPrompt(tabId, (await session.status()) === 'locked' ? 'locked' : 'waiting');
    return filled;
  }

  async function fillClear(tabId: number, origin: string): Promise<boolean> {
    if ((await session.status()) !== 'unlocked') return false;
    const accounts = activeAccounts(await session.current());
    const { armed } = await readTab(tabId);
    const account = clearAccount(accounts, whoseStill(armed, Date.now()), origin);
    return account !== null && (await intoTab(tabId, account.id)) === 'filled';
  }

  async function view(tabId: number): Promise<TabView> {
    const enrolled = await acceptance.news(tabId);
    const [tab, state] = await Promise.all([openTab(tabId), readTab(tabId)]);
    const origin = tab?.origin ?? null;
    const seen = state.prompt?.origin === origin ? state.prompt : null;
    const [prompt, why] = [seen?.prompt ?? null, seen?.why ?? []];
    const sends = origin === null ? null : sendsAt(hostOf(origin));
    const toldToRemember = origin !== null && state.toldToRemember === origin;
    return { origin, prompt, why, sends, lastOutcome: state.outcome ?? null, toldToRemember, enrolled };
  }

  /** After unlocking: a prompt that waits in this tab offers itself again. */
  async function look(tabId: number): Promise<void> {
    const { prompt } = await readTab(tabId);
    if (prompt) await lookAgain(tabId, prompt.frameId).catch(() => {});
  }

  async function offer(
    sender: ContentSender,
    cameFrom: string | null,
    shown: string[],
    said: PromptFacts,
  ): Promise<OfferReply> {
    const { tabId, frameId, origin } = sender;
    await logins.settled();
    const { armed, handedOutAt } = await readTab(tabId);
    const now = Date.now();
    await changeTab(tabId, { prompt: { frameId, origin, at: now, ...said }, handedOutAt: undefined });
    if (handedOutAt !== undefined && now - handedOutAt < REFUSED_WITHIN) void checkClock(tabId, origin);
    if ((await session.status()) !== 'unlocked') {
      showPrompt(tabId, 'locked');
      return 'locked';
    }
    const accounts = activeAccounts(await session.current());
    const known = armed && { ...armed, whose: withShown(armed.whose, accounts, origin, shown) };
    const account = armedAccount(accounts, known, origin, now);
    const strayed = account && cameFrom !== null && !account.origins.includes(cameFrom);
    if (known) await changeTab(tabId, { armed: strayed ? undefined : known });
    if (account && !strayed && isFilledByItself(said, account, known!)) return 'ask-for-code';
    showPrompt(tabId, candidatesFor(accounts, origin).length > 0 ? 'waiting' : null);
    return 'nothing';
  }

  const contentHandlers: Handlers<
    Omit<ContentProtocol, 'fill/recovery' | 'fill/ticks' | 'words/hint'>,
    ContentSender
  > = {
    'fill/wake': () => {},
    'fill/reader': (_, { tabId, frameId }) => bringReader(tabId, frameId),
    'fill/name': (login, sender) => logins.name(sender, login?.loginName),
    'fill/arm': (login, sender) => logins.arm(sender, login?.loginName),
    async 'fill/offer'(facts, sender) {
      const said = readPromptFacts(facts);
      // Where the prompt stands that a code was given to; locked, say, it stays untold whether it was refused.
      if (['totp', 'ask'].includes(said.prompt)) await acceptance.asksAgain(sender.tabId).catch(() => {});
      if (said.prompt !== 'totp') return noteOther(sender, said);
      return offer(sender, textOf(facts.cameFrom), namesOf(facts.shown), said);
    },
    async 'fill/gone'(_, sender) {
      await acceptance.gone(sender);
      await promptGone(sender);
    },
    'fill/sent': (_, sender) => acceptance.sent(sender),
    'fill/code': (prompt, sender) =>
      handOutCode(session, sender, textOf(prompt?.sendsTo), readAsked(prompt?.asked)),
    async 'fill/outcome'(report, { tabId }) {
      if (isOutcome(report?.outcome)) await settle(tabId, report.outcome);
    },
  };

  const pageHandlers: Handlers<FillMessages, Sender> = {
    'fill/active-tab': async ({ tabId, accountId, again, sendsTo = null }) => ({
      outcome: await intoTab(tabId, accountId, { again, sendsTo }),
    }),
    'fill/look': ({ tabId }) => bringScript(tabId),
    'fill/dismiss': ({ tabId }) => changeTab(tabId, { enrolled: undefined, outcome: undefined }),
  };

  return { intoTab, firstCode, look, view, onCommand, contentHandlers, pageHandlers };
}
