import type { Algorithm } from '../otp/parameters';

/**
 * The whole conversation between contexts. One interface per speaker, because the speaker decides what
 * may be asked. A name is `room/verb`, and the room is the file in `entrypoints/background/` that answers.
 * Everything survives JSON; times are milliseconds since the epoch.
 */

/** An account as our own pages see it: everything but the secret. */
export interface AccountSummary {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly kind: 'totp' | 'hotp';
  readonly algorithm: Algorithm;
  readonly digits: number;
  /** Seconds; 0 for HOTP. */
  readonly period: number;
  /** Exact https origins a code may go to. */
  readonly origins: readonly string[];
  readonly createdAt: number;
  /** Fills after a login the person started; otherwise only on a click, a key or a command. */
  readonly fillsItself: boolean;
}

/** The code of a TOTP account now, and the one after it. */
export interface CodeView {
  readonly accountId: string;
  readonly code: string;
  readonly nextCode: string;
  readonly validUntil: number;
}

/** `filled`: written and read back. `not-taken`: the page changed or refused what was written. */
export type FillOutcome = 'filled' | 'not-taken' | 'no-prompt' | 'waiting';

/** What the worker knows of the tab under the popup. */
export interface TabView {
  /** The https origin, when the browser lets us see it. */
  readonly origin: string | null;
  /** A code prompt is on the page. */
  readonly prompt: boolean;
  readonly lastOutcome: FillOutcome | null;
  /** An account saved from this tab a moment ago: how its first code fared. `null` outcome: still under way. */
  readonly enrolled: { readonly accountId: string; readonly outcome: FillOutcome | null } | null;
}

export type VaultStatus = 'none' | 'locked' | 'unlocked' | 'damaged';

/** All that a page of ours shows. Read once on opening and again whenever the revision moves. */
export interface VaultSnapshot {
  readonly status: VaultStatus;
  /** While locked: no password is looked at before this time. */
  readonly waitUntil: number | null;
  /** The person typed a group of the recovery key back. */
  readonly recoveryConfirmed: boolean;
  readonly accounts: readonly AccountSummary[];
  readonly codes: readonly CodeView[];
  readonly tab: TabView | null;
}

export interface AddAccount {
  readonly keyUri: string;
  /** The https origin to bind to, or null for an account used by copying only. */
  readonly origin: string | null;
  /** The tab whose verification box gets the first code. */
  readonly tabId: number | null;
  /** What to do about an account of the same name held for the same origin. */
  readonly same: 'ask' | 'keep-both' | { readonly replace: string };
}

export interface AddAllReport {
  readonly saved: number;
  /** `issuer · account` of those whose very secret is held. */
  readonly alreadySaved: readonly string[];
}

/** Asked by our own pages. */
export interface PageProtocol {
  'vault/snapshot'(query: { tabId: number | null }): VaultSnapshot;
  'vault/create'(request: { password: string }): { recoveryKey: string };
  'vault/unlock'(request: { password: string; tabId: number | null }): void;
  /** Opens with the recovery key; sets a new password and hands out a new recovery key. */
  'vault/recover'(request: { recoveryKey: string; password: string }): { recoveryKey: string };
  'vault/lock'(): void;
  /** Replaces the recovery key, for a person who never wrote the first one down. */
  'vault/renew-recovery-key'(): { recoveryKey: string };
  'vault/confirm-recovery-key'(): void;

  'accounts/add'(request: AddAccount): { accountId: string; outcome: FillOutcome | null };
  'accounts/add-all'(request: { keyUris: readonly string[] }): AddAllReport;
  'accounts/edit'(request: {
    accountId: string;
    issuer: string;
    account: string;
    fillsItself: boolean;
  }): void;
  /** Lets a further origin have this account's codes; with a tab, fills there too. */
  'accounts/bind'(request: { accountId: string; origin: string; tabId: number | null }): {
    outcome: FillOutcome | null;
  };
  'accounts/unbind'(request: { accountId: string; origin: string }): void;
  'accounts/remove'(request: { accountId: string }): void;
  'accounts/restore'(request: { accountId: string }): void;

  'codes/list'(): readonly CodeView[];
  /** For HOTP the counter is stored before the code is handed out. */
  'codes/copy'(request: { accountId: string; which: 'now' | 'next' }): { code: string };

  /** `again`: the person has read that this step's code was already used here. */
  'fill/active-tab'(request: { tabId: number; accountId: string; again: boolean }): { outcome: FillOutcome };
  'fill/dismiss'(request: { tabId: number }): void;
}

/** What the content script is to do about the prompt it found. */
export type OfferReply =
  /** Nothing bound here, or nothing started by the person: stay silent. */
  | 'nothing'
  /** Bound here, but the vault is locked: the badge says so. */
  | 'locked'
  /** A login the person started is waiting for this code: ask for it. */
  | 'ask-for-code';

/** Asked by the content script, which is not trusted: origin, tab, frame and document come from the sender. */
export interface ContentProtocol {
  /** A person is at a login form. Changes nothing: the worker is up by the time the form is submitted. */
  'fill/wake'(): void;
  /** The person submitted a form that holds a filled password box. */
  'fill/arm'(): void;
  /** A prompt is on the page; discloses nothing. `cameFrom`: origin of the referrer, or null where it is not told. */
  'fill/offer'(facts: { cameFrom: string | null }): OfferReply;
  /** The one door. `wait`: milliseconds until a fresh code; ask again then. */
  'fill/code'(): { code: string } | { wait: number };
  'fill/outcome'(report: { outcome: FillOutcome }): void;
}

/** Said by the worker to a content script; never carries a code. */
export interface TabProtocol {
  /** Look again and offer what is there: the vault was unlocked, or access granted. */
  'fill/look'(): void;
  /** A person asked for a code on this page: find the prompt, ask for the code, write it, say how it went. */
  'fill/ready'(): { outcome: FillOutcome };
}
