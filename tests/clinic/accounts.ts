import { type BackupCodes, noBackupCodes } from './backup-codes.ts';
import { type Attempt, type Factor, LOCK_AFTER, newFactor } from './second-factor.ts';
import { fromBase32, toBase32 } from './totp.ts';

/** How a login was completed. `device` is a remembered browser. */
export type LoginWay = 'password' | 'code' | 'device' | 'backup-code';

export interface Account {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  mobile: string;
  /** Set while two-factor authentication is on. */
  factor: Factor | null;
  /** Shown on the set-up page, not yet switched on. */
  pendingFactor: Factor | null;
  backupCodes: BackupCodes;
  /** Wrong codes since the last accepted one, or since `unlock`. */
  failures: number;
  readonly attempts: Attempt[];
  readonly logins: LoginWay[];
}

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly name?: string;
  /** Left out: a valid number. Empty: the set-up page asks for one first. */
  readonly mobile?: string;
  /** Base32; the account starts with two-factor authentication on. */
  readonly secret?: string;
}

/** What a test may see of an account: a copy, taken when asked. */
export interface AccountState {
  readonly email: string;
  readonly mobile: string;
  readonly twoFactorOn: boolean;
  /** Base32 of the secret in use, or of the one on the set-up page. */
  readonly secret: string | null;
  readonly failures: number;
  readonly locked: boolean;
  readonly acceptedSteps: readonly number[];
  readonly attempts: readonly Attempt[];
  readonly backupCodesLeft: number;
  readonly logins: readonly LoginWay[];
}

export function createAccounts() {
  const accounts = new Map<string, Account>();

  const find = (email: string): Account | undefined => accounts.get(email.trim().toLowerCase());

  /** Whose login this is; undefined where it is nobody's. */
  function check(email: string, password: string): Account | undefined {
    const account = find(email);
    return account?.password === password ? account : undefined;
  }

  function get(email: string): Account {
    const account = find(email);
    if (!account) throw new RangeError(`no such user: ${email}`);
    return account;
  }

  function add({ email, password, name = 'Sam Okafor', mobile = '0491 570 156', secret }: NewAccount): void {
    accounts.set(email.toLowerCase(), {
      email,
      password,
      name,
      mobile,
      factor: secret ? newFactor(fromBase32(secret)) : null,
      pendingFactor: null,
      backupCodes: noBackupCodes(),
      failures: 0,
      attempts: [],
      logins: [],
    });
  }

  function state(email: string): AccountState {
    const account = get(email);
    const shown = account.factor ?? account.pendingFactor;
    return {
      email: account.email,
      mobile: account.mobile,
      twoFactorOn: account.factor !== null,
      secret: shown && toBase32(shown.secret),
      failures: account.failures,
      locked: account.failures >= LOCK_AFTER,
      acceptedSteps: [...(account.factor?.usedSteps ?? [])],
      attempts: [...account.attempts],
      backupCodesLeft: account.backupCodes.left(),
      logins: [...account.logins],
    };
  }

  /** Ends the lock after too many wrong codes. */
  function unlock(email: string): void {
    get(email).failures = 0;
  }

  /** What a practice owner does for someone who lost the phone: two-factor authentication is off again. */
  function resetTwoFactor(email: string): void {
    const account = get(email);
    account.factor = null;
    account.pendingFactor = null;
    account.backupCodes = noBackupCodes();
    account.failures = 0;
  }

  const states = () => [...accounts.keys()].map(state);

  return { find, check, add, state, states, unlock, resetTwoFactor };
}

export type Accounts = ReturnType<typeof createAccounts>;
