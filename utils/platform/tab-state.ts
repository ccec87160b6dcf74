import { browser } from 'wxt/browser';
import type { ArmedLogin, Wish } from '../autofill/release';
import type { PromptFacts } from '../messaging/content-protocol';
import type { FillOutcome } from '../messaging/views';
import { forgetSkews } from './clock-offset';

export interface SeenPrompt extends PromptFacts {
  readonly frameId: number;
  readonly origin: string;
  readonly at: number;
}

/** What goes on in one tab, in `storage.session`: gone with the browser, and cleared at lock. */
export interface TabState {
  readonly armed?: ArmedLogin;
  /** A login name submitted on a page of its own, before the password: whose it is. Lets nothing go. */
  readonly named?: ArmedLogin;
  /** A code prompt that was seen. */
  readonly prompt?: SeenPrompt;
  /** The login for which the page already said that its code comes another way; its time. */
  readonly told?: number;
  /** Waits for the page to ask for the code. */
  readonly release?: Wish;
  /** When a code was last handed to a page here; until a prompt that came after it was looked into. */
  readonly handedOutAt?: number;
  /** Waits for the page to ask for a recovery code. */
  readonly recovery?: Wish;
  readonly outcome?: FillOutcome;
  /** An account saved from this tab at this time, and how its first code fared; null while that is under way. */
  readonly enrolled?: {
    readonly accountId: string;
    readonly outcome: FillOutcome | null;
    /** The words on the page's own button for the code. */
    readonly goOn?: string | null;
    readonly answer?: 'accepted' | 'refused' | undefined;
    readonly at: number;
  };
  /** On a shared PC: the origin here that was just told to remember this browser. */
  readonly toldToRemember?: string;
  /** The last code that was handed to a page here, and what became of it. */
  readonly trial?: Trial;
}

/** Times in milliseconds since the epoch. */
export interface Trial {
  readonly accountId: string;
  readonly frameId: number;
  readonly origin: string;
  readonly at: number;
  /** It went off to the portal. */
  readonly sentAt?: number;
  /** The prompt is no longer there. */
  readonly goneAt?: number;
  readonly end?: 'accepted' | 'refused' | undefined;
}

const tabKey = (tabId: number) => `tab/${tabId}`;
const stepKey = (accountId: string) => `used-step/${accountId}`;

export async function readTab(tabId: number): Promise<TabState> {
  return ((await browser.storage.session.get(tabKey(tabId)))[tabKey(tabId)] as TabState | undefined) ?? {};
}

let changes: Promise<unknown> = Promise.resolve();

type TabChange = { [K in keyof TabState]?: TabState[K] | undefined };

/**
 * Sets some of it; `undefined` takes a part away. One change after the other, so that none undoes its neighbour.
 * @param change or what to make of the state as it is when its turn comes
 */
export function changeTab(
  tabId: number,
  change: TabChange | ((state: TabState) => TabChange),
): Promise<void> {
  const next = changes.then(async () => {
    const held = await readTab(tabId);
    const state = { ...held, ...(typeof change === 'function' ? change(held) : change) };
    await browser.storage.session.set({ [tabKey(tabId)]: JSON.parse(JSON.stringify(state)) });
  });
  changes = next.catch(() => {});
  return next;
}

/** The last time step whose code was handed out, or -1. A portal takes each step once (RFC 6238, 5.2). */
export async function readUsedStep(accountId: string): Promise<number> {
  return (
    ((await browser.storage.session.get(stepKey(accountId)))[stepKey(accountId)] as number | undefined) ?? -1
  );
}

export async function writeUsedStep(accountId: string, step: number): Promise<void> {
  await browser.storage.session.set({ [stepKey(accountId)]: step });
}

/**
 * At lock. Used steps stay: they hold no secret, and unlocking must not make a used code good again.
 * @returns the tabs that a prompt was seen in
 */
export async function forgetTabs(): Promise<number[]> {
  const all = await browser.storage.session.get(null);
  const tabs = Object.entries(all).filter(([key]) => key.startsWith('tab/'));
  await browser.storage.session.remove(tabs.map(([key]) => key));
  await forgetSkews(); // they name portals
  return tabs.flatMap(([key, state]) =>
    (state as TabState).prompt ? [Number(key.slice('tab/'.length))] : [],
  );
}
