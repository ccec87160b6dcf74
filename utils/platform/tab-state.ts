import { browser } from 'wxt/browser';
import type { ArmedLogin, Wish } from '../autofill/release';
import type { FillOutcome } from '../messaging/protocol';
import { forgetSkews } from './clock-offset';

/** What goes on in one tab, in `storage.session`: gone with the browser, and cleared at lock. */
export interface TabState {
  readonly armed?: ArmedLogin;
  /** A login name submitted on a page of its own, before the password: whose it is. Lets nothing go. */
  readonly named?: ArmedLogin;
  /** A code prompt that was seen. */
  readonly prompt?: { readonly frameId: number; readonly origin: string; readonly at: number };
  /** Waits for the page to ask for the code. */
  readonly release?: Wish;
  /** When a code was last handed to a page here; until a prompt that came after it was looked into. */
  readonly handedOutAt?: number;
  readonly outcome?: FillOutcome;
  /** An account saved from this tab at this time, and how its first code fared; null while that is under way. */
  readonly enrolled?: {
    readonly accountId: string;
    readonly outcome: FillOutcome | null;
    readonly at: number;
  };
}

const tabKey = (tabId: number) => `tab/${tabId}`;
const stepKey = (accountId: string) => `used-step/${accountId}`;

export async function readTab(tabId: number): Promise<TabState> {
  return ((await browser.storage.session.get(tabKey(tabId)))[tabKey(tabId)] as TabState | undefined) ?? {};
}

let changes: Promise<unknown> = Promise.resolve();

/** Sets some of it; `undefined` takes a part away. One change after the other, so that none undoes its neighbour. */
export function changeTab(
  tabId: number,
  change: { [K in keyof TabState]?: TabState[K] | undefined },
): Promise<void> {
  const next = changes.then(async () => {
    const state = JSON.parse(JSON.stringify({ ...(await readTab(tabId)), ...change }));
    await browser.storage.session.set({ [tabKey(tabId)]: state });
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

/** At lock. Used steps stay: they hold no secret, and unlocking must not make a used code good again. */
export async function forgetTabs(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith('tab/')));
  await forgetSkews(); // they name portals
}
