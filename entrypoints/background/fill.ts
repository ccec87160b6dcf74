import { candidatesFor } from '../../utils/autofill/candidates';
import { armedAccount, isStepUsed, waitBeforeCode, wishedAccount } from '../../utils/autofill/release';
import { Failure } from '../../utils/failure';
import type {
  ContentProtocol,
  FillOutcome,
  OfferReply,
  PageProtocol,
  PromptFacts,
  TabView,
} from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
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
import { activeAccounts, findAccount } from '../../utils/vault/vault';
import type { ContentSender } from './audience';
import { nextHotpCode } from './codes';
import { noteOther, promptGone, readPromptFacts } from './other-prompts';
import { askForCode, lookAgain, type OpenTab, openTab } from './portal-tab';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';

export type Fill = ReturnType<typeof createFill>;
type FillMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `fill/${string}`>>;

/** Who may have a code in a page, and when. See the invariants in `utils/autofill/README.md`. */
export function createFill(session: Session) {
  /**
   * Lets one code of this account go to what the tab shows, because a person asked for it just now.
   * @throws Failure `page-unreachable`, `not-bound`, `step-used`
   */
  async function release(tabId: number, accountId: string, again: boolean): Promise<FillOutcome> {
    const { origin } = await requireTab(tabId);
    const account = findAccount(await session.current(), accountId);
    if (!candidatesFor([account], origin).includes(accountId)) throw new Failure('not-bound', hostOf(origin));
    const { parameters } = account;
    const now = Date.now();
    const used = await readUsedStep(accountId);
    if (parameters.kind === 'totp' && !again && isStepUsed(parameters, used, now))
      throw new Failure('step-used', Math.ceil((stepEnd(parameters, now) - now) / 1000));
    await changeTab(tabId, { release: { accountId, origin, at: now, again }, outcome: undefined });
    return askForCode(tabId);
  }

  /** As `release`, to its end. */
  async function intoTab(tabId: number, accountId: string, again: boolean): Promise<FillOutcome> {
    const outcome = await release(tabId, accountId, again);
    await settle(tabId, outcome);
    return outcome;
  }

  /** The first code of an account just saved; how it went is kept for a popup that is opened again. Never throws. */
  async function firstCode(tabId: number, accountId: string): Promise<FillOutcome> {
    await changeTab(tabId, { enrolled: { accountId, outcome: null, at: Date.now() } });
    const outcome = await release(tabId, accountId, false).catch((): FillOutcome => 'no-prompt');
    await settle(tabId, outcome, { accountId, outcome, at: Date.now() });
    return outcome;
  }

  /** One trigger, one code: whatever came of it, the wish is spent, and news of an earlier enrolment is old. */
  async function settle(tabId: number, outcome: FillOutcome, enrolled?: TabState['enrolled']): Promise<void> {
    await changeTab(tabId, { release: undefined, enrolled, outcome });
    if (outcome === 'filled') showPrompt(tabId, null);
    await bumpRevision();
  }

  /** The shortcut: fills where the choice is clear; answers false where a person has to choose, unlock, or see why. */
  async function onCommand(tabId: number): Promise<boolean> {
    const tab = await openTab(tabId);
    if (!tab || (await session.status()) !== 'unlocked') return false;
    const [accountId, other] = candidatesFor(activeAccounts(await session.current()), tab.origin);
    if (!accountId || other) return false;
    return intoTab(tabId, accountId, false).then(
      (outcome) => outcome === 'filled',
      () => false,
    );
  }

  async function view(tabId: number): Promise<TabView> {
    const [tab, state] = await Promise.all([openTab(tabId), readTab(tabId)]);
    const origin = tab?.origin ?? null;
    const seen = state.prompt?.origin === origin ? state.prompt : null;
    const [prompt, why] = [seen?.prompt ?? null, seen?.why ?? []];
    return {
      origin,
      prompt,
      why,
      lastOutcome: state.outcome ?? null,
      enrolled: news(state.enrolled, Date.now()),
    };
  }

  /** After unlocking: a prompt that waits in this tab offers itself again. */
  async function look(tabId: number): Promise<void> {
    const { prompt } = await readTab(tabId);
    if (prompt) await lookAgain(tabId, prompt.frameId).catch(() => {});
  }

  async function offer(
    sender: ContentSender,
    cameFrom: string | null,
    said: PromptFacts,
  ): Promise<OfferReply> {
    const { tabId, frameId, origin } = sender;
    const state = await readTab(tabId);
    await changeTab(tabId, { prompt: { frameId, origin, at: Date.now(), ...said } });
    if ((await session.status()) !== 'unlocked') {
      showPrompt(tabId, 'locked');
      return 'locked';
    }
    const accounts = activeAccounts(await session.current());
    const account = armedAccount(accounts, state.armed, origin, Date.now());
    const strayed = account && cameFrom !== null && !account.origins.includes(cameFrom);
    if (strayed) await changeTab(tabId, { armed: undefined });
    if (account && !strayed) return 'ask-for-code';
    showPrompt(tabId, candidatesFor(accounts, origin).length > 0 ? 'waiting' : null);
    return 'nothing';
  }

  /**
   * The one door. Everything is looked at again here, at this moment, whatever was said before. The answer travels on
   * the asking document's own channel: a page that has gone elsewhere meanwhile takes it with it.
   */
  async function code(sender: ContentSender): Promise<{ code: string } | { wait: number }> {
    const { tabId, origin } = sender;
    const [tab, { release: wish, armed, prompt }, vault] = await Promise.all([
      openTab(tabId),
      readTab(tabId),
      session.current(),
    ]);
    if (!tab?.active || tab.origin !== origin) throw new Failure('refused');
    const now = Date.now();
    const accounts = activeAccounts(vault);
    const wished = wishedAccount(accounts, wish, origin, now);
    // By itself only where nothing but an authenticator's code is meant.
    const account = wished ?? (prompt?.prompt === 'totp' ? armedAccount(accounts, armed, origin, now) : null);
    if (!account) throw new Failure('refused');

    const again = wished !== null && wish?.again === true;
    const wait = waitBeforeCode(account.parameters, await readUsedStep(account.id), again, now);
    if (wait > 0) {
      if (wished) await changeTab(tabId, { release: { ...wish!, at: now + wait } });
      return { wait };
    }
    // The wish, the login and the step are spent before the code leaves, not after.
    await changeTab(tabId, { release: undefined, armed: undefined });
    const { parameters } = account;
    if (parameters.kind === 'hotp') return { code: await nextHotpCode(session, account.id) };
    await writeUsedStep(account.id, totpStep(parameters, now));
    return { code: totpCode(parameters, now) };
  }

  const contentHandlers: Handlers<Omit<ContentProtocol, 'fill/recovery'>, ContentSender> = {
    'fill/wake': () => {},
    async 'fill/arm'(_, { tabId, origin }) {
      const tab = await openTab(tabId);
      if (tab?.origin === origin) await changeTab(tabId, { armed: { origin, at: Date.now() } });
    },
    'fill/offer': (facts, sender) => {
      const said = readPromptFacts(facts);
      if (said.prompt !== 'totp') return noteOther(sender, said);
      return offer(sender, typeof facts.cameFrom === 'string' ? facts.cameFrom : null, said);
    },
    'fill/gone': (_, sender) => promptGone(sender, async () => (await session.status()) !== 'unlocked'),
    'fill/code': (_, sender) => browserLock('fill', () => code(sender)),
    async 'fill/outcome'(report, { tabId }) {
      if (isOutcome(report?.outcome)) await settle(tabId, report.outcome);
    },
  };

  const pageHandlers: Handlers<FillMessages, Sender> = {
    'fill/active-tab': async ({ tabId, accountId, again }) => ({
      outcome: await intoTab(tabId, accountId, again),
    }),
    'fill/dismiss': ({ tabId }) => changeTab(tabId, { enrolled: undefined, outcome: undefined }),
  };

  return { intoTab, firstCode, requireTabOrigin, look, view, onCommand, contentHandlers, pageHandlers };
}

/** An enrolment is news for a while; one whose worker died before it could say how it went, for less. */
function news(enrolled: TabState['enrolled'], now: number): TabView['enrolled'] {
  if (!enrolled || now - enrolled.at > (enrolled.outcome ? 120_000 : 40_000)) return null;
  return { accountId: enrolled.accountId, outcome: enrolled.outcome };
}

/** @throws Failure `page-unreachable` where the tab shows no https page that we may see */
async function requireTab(tabId: number): Promise<OpenTab> {
  const tab = await openTab(tabId);
  if (!tab) throw new Failure('page-unreachable');
  return tab;
}

/** @throws Failure `origin-refused` where the tab has gone elsewhere meanwhile */
async function requireTabOrigin(tabId: number, origin: string): Promise<void> {
  if ((await requireTab(tabId)).origin !== origin) throw new Failure('origin-refused', origin);
}

function isOutcome(thing: unknown): thing is FillOutcome {
  return ['filled', 'not-taken', 'no-prompt', 'waiting'].includes(thing as FillOutcome);
}
