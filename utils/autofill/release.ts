import { stepEnd, totpStep } from '../otp/code';
import type { OtpParameters, TotpParameters } from '../otp/parameters';
import { candidatesFor } from './candidates';
import type { Whose } from './login-name';
import type { PromptKind } from './prompt';

/** Milliseconds. A code with less than this left is not handed out; the next one is waited for. */
const LEAST_LEFT = 3_000;
/** How long a login that a person started lets a code go. */
const ARMED_FOR = 5 * 60_000;
/** How long a wish made in the popup or by the command waits for the page to ask. */
const WISH_FOR = 15_000;

/** A login the person started: a filled password form was submitted there. */
export interface ArmedLogin {
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By its login name. */
  readonly whose: Whose;
}

/** A person asked for this account's code on this page. Good for one code. */
export interface Wish {
  readonly accountId: string;
  readonly origin: string;
  readonly at: number;
  /** They have read that this step's code was used here already. */
  readonly again: boolean;
  /** Where they have read that the page sends the code, if not to itself: see `SendsTo`. */
  readonly sendsTo: SendsTo;
}

/** Where a form sends what is typed in it: null to its own origin, a host elsewhere, empty for the address bar. */
export type SendsTo = string | null;

interface Fillable {
  readonly id: string;
  readonly origins: readonly string[];
  readonly fillsItself: boolean;
}

/**
 * The account an armed login lets fill by itself: the one whose login name was submitted, or else the only one bound to
 * the origin, or none. Never a guess.
 */
export function armedAccount<A extends Fillable>(
  accounts: readonly A[],
  armed: ArmedLogin | undefined,
  origin: string,
  now: number,
): A | null {
  if (!armed || !isFresh(armed, now)) return null;
  const account = clearAccount(accounts, armed.whose, origin);
  return account?.fillsItself && account.origins.includes(armed.origin) ? account : null;
}

/** The account a login on this origin is clearly for, among those bound to it. */
export function clearAccount<A extends Fillable>(
  accounts: readonly A[],
  whose: Whose,
  origin: string,
): A | null {
  const bound = candidatesFor(accounts, origin);
  const [only, other] = bound;
  const accountId = typeof whose === 'object' ? whose.accountId : other === undefined ? only : undefined;
  if (whose === 'unclear' || accountId === undefined || !bound.includes(accountId)) return null;
  return accounts.find(({ id }) => id === accountId) ?? null;
}

/**
 * May an account's code go into a prompt by itself, after this login? Where nothing but an authenticator's code is meant. Beside
 * a key to scan only the code of one saved since: what was held before is not the key that is being set up.
 */
export function isFilledByItself(
  prompt: { readonly prompt: PromptKind; readonly why: readonly string[] } | undefined,
  { createdAt }: { readonly createdAt: number },
  login: Pick<ArmedLogin, 'at'>,
): boolean {
  if (prompt?.prompt !== 'totp') return false;
  return !prompt.why.includes('set-up') || createdAt >= login.at;
}

/** Whose a login is, while what was submitted is fresh. @param origin the login's own, where it has to be that one */
export function whoseStill(login: ArmedLogin | undefined, now: number, origin?: string): Whose {
  const holds = login && isFresh(login, now) && (origin === undefined || login.origin === origin);
  return holds ? login.whose : 'untold';
}

function isFresh({ at }: ArmedLogin, now: number): boolean {
  return now >= at && now - at <= ARMED_FOR;
}

/** The account a wish is for, while it is fresh, for this very origin, and the account is bound to it. */
export function wishedAccount<A extends Fillable>(
  accounts: readonly A[],
  wish: Wish | undefined,
  origin: string,
  now: number,
): A | null {
  if (!wish || wish.origin !== origin || now - wish.at > WISH_FOR) return null;
  if (!candidatesFor(accounts, origin).includes(wish.accountId)) return null;
  return accounts.find(({ id }) => id === wish.accountId) ?? null;
}

/**
 * Milliseconds until a code may go, 0 for now: never one about to expire, and past a step already used.
 * @param usedStep the last step whose code was handed out
 */
export function waitBeforeCode(
  parameters: OtpParameters,
  usedStep: number,
  again: boolean,
  now: number,
): number {
  if (parameters.kind === 'hotp') return 0;
  const left = stepEnd(parameters, now) - now;
  return left < LEAST_LEFT || (!again && isStepUsed(parameters, usedStep, now)) ? left : 0;
}

/**
 * A portal takes each step once (RFC 6238, 5.2). A step further ahead was used under a clock that has since been put
 * right, and says nothing of this one; the next one may be the same moment after a small correction.
 */
export function isStepUsed(parameters: TotpParameters, usedStep: number, now: number): boolean {
  const ahead = usedStep - totpStep(parameters, now);
  return ahead === 0 || ahead === 1;
}
