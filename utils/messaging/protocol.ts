import type { Language } from '../languages';
import type { BackupPreview } from '../transfer/preview';
import type { RecoveryCode } from '../vault/recovery-codes';
import type { UnlockEvent } from '../vault/unlock-history';
import type {
  AddAccount,
  AddAllReport,
  BackupKey,
  ClearOutcome,
  CodeView,
  CopiedMark,
  DoublesView,
  FillOutcome,
  PasskeyView,
  SettledView,
  TrashedAccount,
  VaultSnapshot,
} from './views';

/**
 * The conversation between contexts. One interface per speaker, because the speaker decides what may be asked: our own
 * pages here, the content script and the worker's words to it in `content-protocol.ts`; what pages are shown, in
 * `views.ts`. A name is `room/verb`, and the room is the file in `entrypoints/background/` that answers. Everything
 * survives JSON; times are milliseconds since the epoch.
 */

/** Asked by our own pages. */
export interface PageProtocol {
  'vault/snapshot'(query: { tabId: number | null }): VaultSnapshot;
  /** The first vault of this profile. */
  'vault/create'(request: { password: string }): { recoveryKey: string };
  /** Another person's vault beside those there are, or a new one beside one that is damaged. It becomes the current one. */
  'vault/create-beside'(request: { password: string; nickname: string }): { recoveryKey: string };
  'vault/unlock'(request: { password: string; tabId: number | null }): void;
  /** Opens with the recovery key; sets a new password and hands out a new recovery key. */
  'vault/recover'(request: { recoveryKey: string; password: string }): { recoveryKey: string };
  'vault/lock'(): void;
  /** Replaces the recovery key, for a person who never wrote the first one down. */
  'vault/renew-recovery-key'(): { recoveryKey: string };
  'vault/confirm-recovery-key'(): void;
  'vault/change-password'(request: { password: string; newPassword: string }): void;
  /** A new vault key: nothing that opened the vault before does so now, passkeys included. */
  'vault/rotate'(request: { password: string; newPassword: string }): { recoveryKey: string };
  'vault/rename'(request: { nickname: string }): void;
  /** Locks, and turns to another vault of this profile. */
  'vault/switch'(request: { vaultId: string }): void;
  /** When the vault was opened, and by what; wrong passwords too. The last fifty, oldest first. */
  'vault/unlock-history'(): readonly UnlockEvent[];
  'vault/dismiss-repair'(): void;
  /** The person has read what there was to tell once. */
  'vault/dismiss-news'(): void;
  /** Everything still on the disk, as text, for a vault that does not open: nothing in it is readable without a key. */
  'vault/export-raw'(): { text: string };

  /** Also while locked: the page that asks a passkey needs it. */
  'passkeys/list'(): readonly PasskeyView[];
  /** `prf`: what the passkey answered to `prfSalt`, 32 bytes; the three are base64. */
  'passkeys/add'(request: {
    password: string;
    name: string;
    credentialId: string;
    prfSalt: string;
    prf: string;
  }): void;
  'passkeys/unlock'(request: { slotId: string; prf: string; tabId: number | null }): void;

  'accounts/add'(request: AddAccount): { accountId: string };
  'accounts/add-all'(request: { keyUris: readonly string[] }): AddAllReport;
  'accounts/edit'(request: {
    accountId: string;
    issuer: string;
    account: string;
    fillsItself: boolean;
    submits: boolean;
  }): void;
  /** At the top of the list, or no more. */
  'accounts/pin'(request: { accountId: string; pinned: boolean }): void;
  /** Lets a further origin have this account's codes; with a tab, fills there too. */
  'accounts/bind'(request: { accountId: string; origin: string; tabId: number | null }): {
    outcome: FillOutcome | null;
  };
  'accounts/unbind'(request: { accountId: string; origin: string }): void;
  'accounts/remove'(request: { accountId: string }): void;
  'accounts/restore'(request: { accountId: string }): void;
  /** What the person says of the portal: it took the code, or not yet. They are asked once. */
  'accounts/verify'(request: { accountId: string; accepted: boolean }): void;
  'accounts/trash'(): readonly TrashedAccount[];
  /**
   * The set-up code for the person's own second device, drawn as an SVG of `side` modules a side; that it was shown
   * is on the disk first. `password` is the vault's, asked anew.
   */
  'accounts/show-key'(request: { accountId: string; password: string }): { svg: string; side: number };
  /**
   * Keeps the portal's recovery codes found in this text, those marked as used too. `renewed`: the portal made new
   * ones, and what was kept so far works no longer.
   */
  'accounts/keep-recovery-codes'(request: { accountId: string; text: string; renewed: boolean }): {
    kept: number;
  };
  /** For good, now, for a person who does not want to wait. */
  'accounts/purge'(request: { accountId: string }): void;

  /** Accounts that are here more than once. */
  'doubles/list'(): readonly DoublesView[];
  /** Those of one key become one. */
  'doubles/unite'(request: { accountIds: readonly string[] }): void;
  /** Of those for one login, one stays. */
  'doubles/keep-one'(request: { accountIds: readonly string[]; keep: string }): void;
  /** Takes back either: the others are in use again, and the one that was kept is used where it was. */
  'doubles/separate'(request: { kept: SettledView; accountIds: readonly string[] }): void;

  /**
   * An age file of everything, decrypted again before it is handed out. `password` is the vault's, asked anew.
   * `scrypt`: salt and key derived from the passphrase in a page's worker; or age recipients (`age1...`). Bytes are base64.
   */
  'transfer/back-up'(request: {
    password: string;
    to: BackupKey | { readonly recipients: readonly string[] };
  }): { file: string; accounts: number };
  /** What the backup holds and what restoring it would do; changes nothing. */
  'transfer/preview'(request: { file: string; key: BackupKey }): BackupPreview;
  /** All of it or nothing. `bringBack`: also what was removed here. */
  'transfer/restore'(request: { file: string; key: BackupKey; bringBack: boolean }): {
    saved: number;
    unchanged: number;
  };

  /** The codes themselves. `password` is the vault's, asked anew. */
  'recovery/list'(request: { accountId: string; password: string }): readonly RecoveryCode[];
  /** A person knows better whether this one still works. */
  'recovery/mark'(request: { accountId: string; code: string; used: boolean }): void;
  'recovery/remove'(request: { accountId: string }): void;
  /**
   * The person said yes to using one up: the next unused one goes to the recovery prompt of this tab. `code`: the one
   * that was handed out and not taken, to be copied by hand.
   */
  'recovery/fill'(request: { tabId: number; accountId: string }): {
    outcome: FillOutcome;
    code: string | null;
  };

  /** Of these, the TOTP accounts in use and the replaced ones whose codes can still be shown. */
  'codes/list'(query: { accountIds: readonly string[] }): readonly CodeView[];
  /** For HOTP the counter is stored before the code is handed out. */
  'codes/copy'(request: { accountId: string; which: 'now' | 'next' }): { code: string };
  /** The clipboard holds this code now. `locked`: on a shared PC the vault is not open any more. */
  'codes/copied'(request: { code: string }): { locked: boolean };

  /** What the hidden page that clears the clipboard compares it with; null where nothing of ours is on it. */
  'clipboard/copied'(): CopiedMark | null;
  'clipboard/done'(report: { outcome: ClearOutcome; mac: string }): void;

  /**
   * `again`: the person has read that this step's code was already used here. `sendsTo`: what they have read of where
   * the page sends the code, the first value of the failure `sent-elsewhere` or `sent-in-address`.
   */
  'fill/active-tab'(request: { tabId: number; accountId: string; again: boolean; sendsTo?: string }): {
    outcome: FillOutcome;
  };
  /** Finds out what the page under the popup asks for, where our script does not run by itself. Nothing is filled. */
  'fill/look'(request: { tabId: number }): void;
  'fill/dismiss'(request: { tabId: number }): void;

  /** Makes codes for the portal's time, where that was offered: `skew` is the error the person has read. */
  'clock/correct'(request: { skew: number }): void;
  /** Back to the computer's own clock. */
  'clock/reset'(): void;

  /** The language of the worker's own words; null for the browser's. Pages look after themselves. */
  'words/choose'(request: { language: Language | null }): void;
}
