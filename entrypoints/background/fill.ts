import { candidatesFor } from '../../utils/autofill/candidates';
import { type Asked, readAsked, wrongLength } from '../../utils/autofill/length';
import { type Whose, whoseLogin, withShown } from '../../utils/autofill/login-name';
import {
  armedAccount,
  clearAccount,
  isFilledByItself,
  isStepUsed,
  type SendsTo,
  waitBeforeCode,
  whoseStill,
  wishedAccount,
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
import { stepEnd, totpCode, totpStep } from '../../utils/otp/code';
import { bumpRevision } from '../../utils/platform/revision';
import {
  changeTab,
  readTab,
  readUsedStep,
  type TabState,
  writeUsedStep,
} from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import { digitsAt, sendsAt } from '../../utils/portals/says';
import { activeAccounts, findAccount } from '../../utils/vault/vault';
import { createAcceptance, isUnderWay, REFUSED_WITHIN } from './acceptance';
import type { ContentSender } from './audience';
import type { AutoLock } from './auto-lock';
import { checkClock, timeForCodes } from './clock';
import { nextHotpCode } from './codes';
import { isOutcome, namesOf, textOf } from './content-words';
import { noteOther, promptGone, readPromptFacts } from './other-prompts';
import { bringReader, bringScript } from './portal-scripts';
import { askForCode, lookAgain, openTab, requireTab } from './portal-tab';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';
import { noteUse } from './usage';

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

  /** Whose login was submitted just now. While locked nobody can tell, and nothing is kept to tell it later. */
  async function whose(origin: string, loginName: unknown): Promise<Whose> {
    if (typeof loginName !== 'string' || (await session.status()) !== 'unlocked') return 'untold';
    return whoseLogin(activeAccounts(await session.current()), origin, loginName);
  }

  // What comes after a login, from the page that follows it, waits for what was made of the login.
  let arming: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = arming.then(work);
    arming = next.catch(() => {});
    return next;
  };

  async function name({ tabId, origin }: ContentSender, loginName: unknown): Promise<void> {
    const at = Date.now();
    await changeTab(tabId, { named: { origin, at, whose: await whose(origin, loginName) } });
  }

  async function arm({ tabId, origin }: ContentSender, loginName: unknown): Promise<void> {
    const tab = await openTab(tabId);
    if (tab?.origin !== origin) return;
    await acceptance.loginBegan(tabId);
    const told = await whose(origin, loginName);
    const now = Date.now();
    const { named } = await readTab(tabId);
    const armed = { origin, at: now, whose: told === 'untold' ? whoseStill(named, now, origin) : told };
    await changeTab(tabId, { armed, named: undefined });
  }

  async function offer(
    sender: ContentSender,
    cameFrom: string | null,
    shown: string[],
    said: PromptFacts,
  ): Promise<OfferReply> {
    const { tabId, frameId, origin } = sender;
    await arming;
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

  /**
   * The one door. Everything is looked at again here, at this moment, whatever was said before. The answer travels on
   * the asking document's own channel: a page that has gone elsewhere meanwhile takes it with it.
   */
  async function code(
    { tabId, frameId, origin }: ContentSender,
    sendsTo: SendsTo,
    asked: Asked,
  ): Promise<{ code: string; submits: boolean } | { wait: number }> {
    const [tab, { release: wish, armed, prompt }, vault, { now, ahead }] = await Promise.all([
      openTab(tabId),
      readTab(tabId),
      session.current(),
      timeForCodes(),
    ]);
    if (!tab?.active || tab.origin !== origin) throw new Failure('refused');
    const accounts = activeAccounts(vault);
    const wished = wishedAccount(accounts, wish, origin, now - ahead);
    const held = armedAccount(accounts, armed, origin, now - ahead);
    const clear = held && armed && isFilledByItself(prompt, held, armed) ? held : null;
    const account = wished ?? clear;
    if (!account) throw new Failure('refused');
    const { digits } = account.parameters;
    const wanted = wrongLength(digits, asked, digitsAt(hostOf(origin)));
    if (wanted !== null) {
      showPrompt(tabId, 'waiting');
      throw new Failure('wrong-length', wanted, digits);
    }
    if (sendsTo !== null && (!wished || wish?.sendsTo !== sendsTo)) {
      showPrompt(tabId, 'waiting');
      throw sendsTo === '' ? new Failure('sent-in-address') : new Failure('sent-elsewhere', sendsTo);
    }

    const again = wished !== null && wish?.again === true;
    const wait = waitBeforeCode(account.parameters, await readUsedStep(account.id), again, now);
    if (wait > 0) {
      if (wished) await changeTab(tabId, { release: { ...wish!, at: now - ahead + wait } });
      return { wait };
    }
    // The wish, the login and the step are spent before the code leaves, not after.
    const at = now - ahead;
    const trial = { accountId: account.id, frameId, origin, at };
    await changeTab(tabId, { release: undefined, armed: undefined, handedOutAt: at, trial });
    // A correction made once need not be right for ever.
    if (ahead !== 0) void checkClock(tabId, origin);
    const { parameters, submits } = account;
    void noteUse(vault, account.id);
    if (parameters.kind === 'hotp') return { code: await nextHotpCode(session, account.id), submits };
    await writeUsedStep(account.id, totpStep(parameters, now));
    return { code: totpCode(parameters, now), submits };
  }

  const contentHandlers: Handlers<
    Omit<ContentProtocol, 'fill/recovery' | 'fill/ticks' | 'words/hint'>,
    ContentSender
  > = {
    'fill/wake': () => {},
    'fill/reader': (_, { tabId, frameId }) => bringReader(tabId, frameId),
    'fill/name': (login, sender) => inTurn(() => name(sender, login?.loginName)),
    'fill/arm': (login, sender) => inTurn(() => arm(sender, login?.loginName)),
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
      browserLock('fill', () => code(sender, textOf(prompt?.sendsTo), readAsked(prompt?.asked))),
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
