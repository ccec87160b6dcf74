import type { PromptKind } from '../autofill/prompt';
import type { Algorithm } from '../otp/parameters';
import type { Sends } from '../portals/says';
import type { Same } from '../vault/enrol';
import type { RecoveryCodeCount } from '../vault/recovery-codes';

/** What our own pages are shown, and what they hand over. Everything survives JSON; times are milliseconds since the epoch. */

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
  /** Presses the page's button too, once a code was filled. */
  readonly submits: boolean;
  /** At the top of the list, because the person said so. */
  readonly pinned: boolean;
  /** When the portal took a code of it, as far as it was seen or said. */
  readonly verifiedAt: number | null;
  /** From when on the person is asked whether it did; null for never, or no more. */
  readonly askAt: number | null;
  /** When its set-up code was last shown for a second device; null for never. */
  readonly keyShownAt: number | null;
  /** How many single-use codes of the portal are kept; never which. */
  readonly recoveryCodes: RecoveryCodeCount;
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
  /** What the page asks for; null where it asks for no code, or nobody has looked. */
  readonly prompt: PromptKind | null;
  /** Why that was thought, as short ids; words for them are the page's own affair. */
  readonly why: readonly string[];
  /** The portal here sends its codes, as far as the catalogue knows. */
  readonly sends: Sends | null;
  readonly lastOutcome: FillOutcome | null;
  /** On a shared PC: this site was just told to remember this browser, which nobody there should have it do. */
  readonly toldToRemember: boolean;
  readonly enrolled: EnrolledView | null;
}

/** An account saved from a tab a moment ago: how its first code fared. */
export interface EnrolledView {
  readonly accountId: string;
  /** Null while it is still under way. */
  readonly outcome: FillOutcome | null;
  /** What the page's own button for the code says: text of the page, short. */
  readonly goOn: string | null;
  /** What the portal made of it, as far as that can be seen. */
  readonly answer: 'accepted' | 'refused' | null;
}

export type VaultStatus = 'none' | 'locked' | 'unlocked' | 'damaged';

/** A vault of this profile, as the lock screen names it. */
export interface VaultName {
  readonly vaultId: string;
  /** What its person calls it, in clear; empty for one without. */
  readonly nickname: string;
  /** 0 where not even that can be read any more. */
  readonly createdAt: number;
  readonly damaged: boolean;
}

/** A removed or replaced account that can still come back. */
export interface TrashedAccount extends AccountSummary {
  readonly retiredAt: number;
  readonly why: 'removed' | 'replaced' | 'merged';
  /** When it goes for good; null for one that stays until the person says so. */
  readonly goneAt: number | null;
}

/** An account that was set up anew: its codes can be shown for a while yet, beside those of the account in its place. */
export interface ReplacedAccount extends AccountSummary {
  /** The account in its place. */
  readonly by: string;
  readonly replacedAt: number;
  /** When it goes to the trash; null while the portal did not take a code of the other. */
  readonly shownUntil: number | null;
}

/** Accounts that are here more than once, oldest first. `same-key`: they give the same codes; `same-login`: one login, and several keys. */
export interface DoublesView {
  readonly kind: 'same-key' | 'same-login';
  readonly accountIds: readonly string[];
}

/** What a person settled for an account. */
export type SettledView = Pick<AccountSummary, 'id' | 'origins' | 'fillsItself' | 'submits' | 'pinned'>;

/** A passkey as the page that asks for it needs it. Bytes are base64. */
export interface PasskeyView {
  readonly slotId: string;
  readonly name: string;
  readonly addedAt: number;
  readonly credentialId: string;
  readonly prfSalt: string;
}

/** What opens a backup: a key derived from a passphrase in a page's worker, or an age identity. Bytes are base64. */
export type BackupKey =
  | { readonly scrypt: { readonly salt: string; readonly logN: number; readonly key: string } }
  | { readonly identity: string };

/** All that a page of ours shows. Read once on opening and again whenever the revision moves. */
export interface VaultSnapshot {
  readonly status: VaultStatus;
  /** While locked: no password is looked at before this time. */
  readonly waitUntil: number | null;
  /** The person typed a group of the recovery key back. */
  readonly recoveryConfirmed: boolean;
  /** All vaults of this profile; none where the popup shows an open one. */
  readonly vaults: readonly VaultName[];
  /** Which of them this is about; null where there is none. */
  readonly vaultId: string | null;
  /** While locked: a passkey may be used instead of the password. */
  readonly hasPasskey: boolean;
  /** Records that no copy could supply; the accounts in them are not in the list below. */
  readonly damagedRecords: number;
  /** Which of the two stores was put right from the other; shown until it is dismissed. */
  readonly repair: { readonly at: number; readonly what: readonly ('vault' | 'snapshot')[] } | null;
  /** Wrong passwords before this unlock, where they are worth a word; 0 for none. */
  readonly wrongUnlocks: number;
  /** A copied code may still be on the clipboard: the browser did not let us look. */
  readonly clipboardLeft: boolean;
  /** No backup yet, or three new accounts or 30 days since the last. */
  readonly backupDue: boolean;
  /** Codes are shown as dots until somebody asks to see one. */
  readonly hidesCodes: boolean;
  /** When the last backup was handed out; null for never, and while locked. */
  readonly lastBackupAt: number | null;
  /** In the order in which they are listed: pinned, used lately, by name. */
  readonly accounts: readonly AccountSummary[];
  readonly replaced: readonly ReplacedAccount[];
  /** For a page in a tab, of what it shows first: this site's accounts and the first of the others. `codes/list` gives more. */
  readonly codes: readonly CodeView[];
  readonly remembered: readonly RememberedView[];
  readonly tab: TabView | null;
  readonly clock: ClockView;
}

/** The computer's clock, as portals that refused a code told it. Whole seconds. */
export interface ClockView {
  /** What our clock is ahead by, negative for behind, where codes are made for a wrong time; `offered`: may be corrected here. */
  readonly error: { readonly skew: number; readonly offered: boolean } | null;
  /** Added to the computer's clock for codes, because a person said so; 0 for nothing. */
  readonly offset: number;
}

/** What the clipboard is compared with: a code is not kept, only what tells that another text is not it. Base64. */
export interface CopiedMark {
  readonly key: string;
  readonly mac: string;
}

/** `changed`: it holds something else by now, which stays. `unreadable`: nobody could look, so nothing was touched. */
export type ClearOutcome = 'cleared' | 'changed' | 'unreadable';

export interface AddAccount {
  readonly keyUri: string;
  /** The https origin to bind to, or null for an account used by copying only. */
  readonly origin: string | null;
  /** The tab whose verification box gets the first code. */
  readonly tabId: number | null;
  /** What to do about an account of the same name held for the same origin. */
  readonly same: Same;
}

export interface AddAllReport {
  readonly saved: number;
  /** `issuer · account` of those whose very secret is held. */
  readonly alreadySaved: readonly string[];
}

/** A portal that was told to remember this browser asks for no code of the account until then. */
export interface RememberedView {
  readonly accountId: string;
  readonly origin: string;
  readonly at: number;
  /** When the next code is due, or null where nobody says for how long. */
  readonly until: number | null;
}
