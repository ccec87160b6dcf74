import { candidatesFor } from '../../utils/autofill/candidates';
import { Failure } from '../../utils/failure';
import type {
  ContentProtocol,
  FillOutcome,
  OfferReply,
  PageProtocol,
  TabView,
} from '../../utils/messaging/protocol';
import type { Handlers, Sender } from '../../utils/messaging/router';
import { stepEnd, totpCode, totpStep } from '../../utils/otp/code';
import {
  changeTab,
  readTab,
  readUsedStep,
  type TabState,
  writeUsedStep,
} from '../../utils/platform/tab-state';
import { hostOf } from '../../utils/portals/origin';
import type { Account } from '../../utils/vault/account';
import { activeAccounts, findAccount, type OpenVault } from '../../utils/vault/vault';
import type { ContentSender } from './audience';
import { nextHotpCode } from './codes';
import { askForCode, lookAgain, type OpenTab, openTab } from './portal-tab';
import { browserLock, type Session } from './session';
import { showPrompt } from './toolbar';

export type Fill = ReturnType<typeof createFill>;
type FillMessages = Pick<PageProtocol, Extract<keyof PageProtocol, `fill/${string}`>>;

/** A code with less than this left is not handed out; the next one is waited for. */
const LEAST_LEFT_MS = 3_000;
const ARMED_MS = 5 * 60_000;
const RELEASE_MS = 15_000;

/** Who may have a code in a page, and when. See the invariants in `utils/autofill/README.md`. */
export function createFill(session: Session) {
  /**
   * Lets one code of this account go to what the tab shows, because a person asked for it just now.
   * @throws Failure `origin-refused`, `not-bound`, `step-used`, `page-unreachable`
   */
  async function intoTab(tabId: number, accountId: string, again: boolean): Promise<FillOutcome> {
    const { origin } = await requireTab(tabId);
    const account = findAccount(await session.current(), accountId);
    if (!candidatesFor([account], origin).includes(accountId)) throw new Failure('not-bound', hostOf(origin));
    const wait = again ? 0 : await usedFor(account);
    if (wait > 0) throw new Failure('step-used', Math.ceil(wait / 1000));
    await changeTab(tabId, { release: { accountId, origin, at: Date.now(), again }, outcome: undefined });
    const outcome = await askForCode(tabId);
    await settle(tabId, outcome);
    return outcome;
  }

  /** The first code of an account just saved; how it went is kept for a popup that is opened again. Never throws. */
  async function firstCode(tabId: number, accountId: string): Promise<FillOutcome> {
    await changeTab(tabId, { enrolled: { accountId, outcome: null } });
    const outcome = await intoTab(tabId, accountId, false).catch((): FillOutcome => 'no-prompt');
    await changeTab(tabId, { enrolled: { accountId, outcome } });
    return outcome;
  }

  /** One trigger, one code: whatever came of it, the wish is spent; and news of an enrolment before it is old. */
  async function settle(tabId: number, outcome: FillOutcome): Promise<void> {
    await changeTab(tabId, { release: undefined, enrolled: undefined, outcome });
    if (outcome === 'filled') showPrompt(tabId, null);
  }

  /** The shortcut: fills where the choice is clear; answers false where a person has to choose or unlock. */
  async function onCommand(tabId: number): Promise<boolean> {
    const tab = await openTab(tabId);
    if (!tab || (await session.status()) !== 'unlocked') return false;
    const [accountId, other] = candidatesFor(activeAccounts(await session.current()), tab.origin);
    if (!accountId || other) return false;
    return intoTab(tabId, accountId, false).then(
      () => true,
      () => false,
    );
  }

  async function view(tabId: number): Promise<TabView> {
    const [tab, state] = await Promise.all([openTab(tabId), readTab(tabId)]);
    const origin = tab?.origin ?? null;
    const prompt = state.prompt !== undefined && state.prompt.origin === origin;
    return { origin, prompt, lastOutcome: state.outcome ?? null, enrolled: state.enrolled ?? null };
  }

  /** After unlocking: a prompt that waits in this tab offers itself again. */
  async function look(tabId: number): Promise<void> {
    const { prompt } = await readTab(tabId);
    if (prompt) await lookAgain(tabId, prompt.frameId).catch(() => {});
  }

  async function offer(sender: ContentSender, cameFrom: string | null): Promise<OfferReply> {
    const { tabId, frameId, origin } = sender;
    const state = await readTab(tabId);
    await changeTab(tabId, { prompt: { frameId, origin, at: Date.now() } });
    if ((await session.status()) !== 'unlocked') {
      showPrompt(tabId, 'locked');
      return 'locked';
    }
    const account = armedAccount(await session.current(), state, origin);
    const strayed = account && cameFrom !== null && !account.origins.includes(cameFrom);
    if (strayed) await changeTab(tabId, { armed: undefined });
    if (account && !strayed) return 'ask-for-code';
    const bound = candidatesFor(activeAccounts(await session.current()), origin).length > 0;
    showPrompt(tabId, bound ? 'waiting' : null);
    return 'nothing';
  }

  /** The one door. Everything is looked at again here, at this moment, whatever was said before. */
  async function code(sender: ContentSender): Promise<{ code: string } | { wait: number }> {
    const { tabId, origin } = sender;
    const [tab, state, vault] = await Promise.all([openTab(tabId), readTab(tabId), session.current()]);
    if (!tab?.active || tab.origin !== origin) throw new Failure('refused');
    const now = Date.now();
    const wish = state.release && state.release.origin === origin && now - state.release.at < RELEASE_MS;
    const account = wish ? findAccount(vault, state.release!.accountId) : armedAccount(vault, state, origin);
    if (!account || !candidatesFor(activeAccounts(vault), origin).includes(account.id))
      throw new Failure('refused');

    const wait = await waitFor(account, wish ? state.release!.again : false, now);
    if (wait > 0) {
      if (wish) await changeTab(tabId, { release: { ...state.release!, at: now + wait } });
      return { wait };
    }
    // The wish, the login and the step are spent before the code leaves, not after.
    await changeTab(tabId, { release: undefined, armed: undefined });
    const { parameters } = account;
    if (parameters.kind === 'hotp') return { code: await nextHotpCode(session, account.id) };
    await writeUsedStep(account.id, totpStep(parameters, now));
    return { code: totpCode(parameters, now) };
  }

  const contentHandlers: Handlers<ContentProtocol, ContentSender> = {
    'fill/wake': () => {},
    async 'fill/arm'(_, { tabId, origin }) {
      const tab = await openTab(tabId);
      if (tab?.origin === origin) await changeTab(tabId, { armed: { origin, at: Date.now() } });
    },
    'fill/offer': (facts, sender) =>
      offer(sender, typeof facts?.cameFrom === 'string' ? facts.cameFrom : null),
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

/** The only account bound here, if a login was started here by the person and the account may fill by itself. */
function armedAccount(vault: OpenVault, { armed }: TabState, origin: string): Account | null {
  const age = armed ? Date.now() - armed.at : Number.POSITIVE_INFINITY;
  if (!armed || age < 0 || age > ARMED_MS) return null;
  const [accountId, other] = candidatesFor(activeAccounts(vault), origin);
  if (!accountId || other) return null;
  const account = findAccount(vault, accountId);
  return account.fillsItself && account.origins.includes(armed.origin) ? account : null;
}

/** Milliseconds until a code may go: past a step already used, and never one about to expire. */
async function waitFor(account: Account, again: boolean, now: number): Promise<number> {
  const { parameters } = account;
  if (parameters.kind === 'hotp') return 0;
  const left = stepEnd(parameters, now) - now;
  if (left < LEAST_LEFT_MS) return left;
  return again ? 0 : usedFor(account, now);
}

/** Milliseconds until the step whose code was handed out is over; 0 where it was another one. */
async function usedFor({ id, parameters }: Account, now = Date.now()): Promise<number> {
  if (parameters.kind === 'hotp') return 0;
  const used = await readUsedStep(id);
  return used >= totpStep(parameters, now) ? stepEnd(parameters, now) - now : 0;
}

/** @throws Failure `origin-refused` where the tab shows no https page that we may see */
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
