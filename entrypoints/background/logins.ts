import { type Whose, whoseLogin } from '../../utils/autofill/login-name';
import { whoseStill } from '../../utils/autofill/release';
import { changeTab, readTab } from '../../utils/platform/tab-state';
import { activeAccounts } from '../../utils/vault/vault';
import type { Acceptance } from './acceptance';
import type { ContentSender } from './audience';
import { openTab } from './portal-tab';
import type { Session } from './session';

/**
 * What a login leaves behind for the prompt that follows it: that it was submitted by a person, where, and whose it was.
 * The name itself is compared and forgotten.
 */
export function createLogins(session: Pick<Session, 'status' | 'current'>, acceptance: Acceptance) {
  /** While locked nobody can tell whose, and nothing is kept to tell it later. */
  async function whose(origin: string, loginName: unknown): Promise<Whose> {
    if (typeof loginName !== 'string' || (await session.status()) !== 'unlocked') return 'untold';
    return whoseLogin(activeAccounts(await session.current()), origin, loginName);
  }

  /** A name was submitted on a page that asks for nothing else yet. */
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

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };

  return {
    name: (sender: ContentSender, loginName: unknown) => inTurn(() => name(sender, loginName)),
    arm: (sender: ContentSender, loginName: unknown) => inTurn(() => arm(sender, loginName)),
    /** What comes from the page after a login waits for what is made of the login. */
    settled: () => last,
  };
}
