import { Failure } from '../failure';
import { parseOrigin } from '../portals/origin';
import type { Account, Retirement } from '../vault/account';
import { MOST_RECOVERY_CODES, type RecoveryCode } from '../vault/recovery-codes';
import type { Versioned } from './contents';

/** The JSON part as it is written. `mark` names the line of an account in use; a retired one carries its own key URI. */
export interface BackupDescription {
  format: 1;
  vaultId: string;
  madeAt: number;
  accounts: object[];
  tombstones: object[];
}

/** Everything of an account but what its key URI says. */
export interface Described {
  readonly version: number;
  readonly account: Omit<Account, 'issuer' | 'account' | 'parameters'>;
}

interface Description {
  readonly vaultId: string | null;
  readonly madeAt: number;
  readonly inUse: readonly (Described & { mark: string })[];
  readonly retired: readonly (Described & { keyUri: string })[];
  readonly tombstones: readonly Versioned[];
}

const MOST_RECORDS = 50_000;
const LAST_TIME = 8.64e15;

/**
 * Reads the JSON part, each field by hand: it may have been edited. An account in use whose description does not hold
 * keeps its line, and is then new here; everything else that does not hold refuses the file.
 * @throws Failure `backup-not-ours`, `from-newer-version`, `backup-too-large`
 */
export function readDescription(json: string): Description {
  const whole = parseJson(json);
  const format = field(whole, 'format');
  if (typeof format === 'number' && format > 1) throw new Failure('from-newer-version');
  const accounts = field(whole, 'accounts');
  const tombstones = field(whole, 'tombstones');
  const madeAt = field(whole, 'madeAt');
  if (format !== 1 || !Array.isArray(accounts) || !Array.isArray(tombstones) || !isTime(madeAt))
    throw new Failure('backup-not-ours');
  if (accounts.length + tombstones.length > MOST_RECORDS) throw new Failure('backup-too-large');
  const vaultId = field(whole, 'vaultId');
  return {
    vaultId: isId(vaultId) ? vaultId : null,
    madeAt,
    inUse: accounts.flatMap((each) => {
      const mark = field(each, 'mark');
      const described = typeof mark === 'string' ? readAccount(each) : null;
      return described && !described.account.retired ? [{ ...described, mark: mark as string }] : [];
    }),
    retired: accounts.flatMap((each) => {
      const keyUri = field(each, 'keyUri');
      if (typeof keyUri !== 'string') return [];
      const described = readAccount(each);
      if (!described?.account.retired) throw new Failure('backup-not-ours');
      return [{ ...described, keyUri }];
    }),
    tombstones: tombstones.map(readTombstone),
  };
}

function readAccount(each: unknown): Described | null {
  const [id, version] = [field(each, 'id'), field(each, 'version')];
  const [createdAt, changedAt] = [field(each, 'createdAt'), field(each, 'changedAt')];
  const [origins, fillsItself] = [field(each, 'origins'), field(each, 'fillsItself')];
  const submits = field(each, 'submits') === true; // these three were not in the first backups there were
  const [verifiedAt, askAt] = [field(each, 'verifiedAt') ?? null, field(each, 'askAt') ?? null];
  const keyShownAt = field(each, 'keyShownAt'); // missing where it never was
  const pinned = field(each, 'pinned') === true;
  const retired = readRetirement(field(each, 'retired'));
  const recoveryCodes = readCodes(field(each, 'recoveryCodes'));
  if (!isId(id) || !isVersion(version) || !isTime(createdAt) || !isTime(changedAt)) return null;
  if (!Array.isArray(origins) || typeof fillsItself !== 'boolean' || retired === undefined) return null;
  if (!recoveryCodes || !isTimeOrNone(verifiedAt) || !isTimeOrNone(askAt)) return null;
  if (keyShownAt !== undefined && !isTime(keyShownAt)) return null;
  if (!origins.every((origin) => typeof origin === 'string' && parseOrigin(origin) === origin)) return null;
  const shown = keyShownAt === undefined ? {} : { keyShownAt };
  const times = { createdAt, changedAt, verifiedAt, askAt, ...shown };
  const rest = {
    origins: [...origins],
    fillsItself,
    submits,
    ...(pinned && { pinned }),
    recoveryCodes,
    retired,
  };
  return { version, account: { id, ...times, ...rest } };
}

/** Null for what is no list of codes. Backups made before there were any say nothing of them. */
function readCodes(thing: unknown): RecoveryCode[] | null {
  if (thing === undefined) return [];
  // Copies that were joined hold the lists of several.
  if (!Array.isArray(thing) || thing.length > 20 * MOST_RECOVERY_CODES) return null;
  const codes = thing.flatMap((each) => {
    const [code, usedAt] = [field(each, 'code'), field(each, 'usedAt')];
    const isCode = typeof code === 'string' && code.length > 0 && code.length <= 200;
    return isCode && (usedAt === null || isTime(usedAt)) ? [{ code, usedAt }] : [];
  });
  return codes.length === thing.length ? codes : null;
}

/** Undefined for what is none. */
function readRetirement(thing: unknown): Retirement | null | undefined {
  if (thing === null) return null;
  const [at, why, by] = [field(thing, 'at'), field(thing, 'why'), field(thing, 'by')];
  const isWhy = why === 'replaced' || why === 'removed' || why === 'merged';
  if (!isTime(at) || !isWhy || (by !== undefined && !isId(by))) return undefined;
  return by === undefined ? { at, why } : { at, why, by };
}

function readTombstone(thing: unknown): Versioned {
  const [id, version, purgedAt] = [field(thing, 'id'), field(thing, 'version'), field(thing, 'purgedAt')];
  if (!isId(id) || !isVersion(version) || !isTime(purgedAt)) throw new Failure('backup-not-ours');
  return { version, content: { id, purgedAt } };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Failure('backup-not-ours');
  }
}

/** Its own field only: nothing a file says reaches a prototype. */
function field(thing: unknown, name: string): unknown {
  if (typeof thing !== 'object' || thing === null || !Object.hasOwn(thing, name)) return undefined;
  return (thing as Record<string, unknown>)[name];
}

function isId(thing: unknown): thing is string {
  return typeof thing === 'string' && /^[0-9a-z][0-9a-z-]{0,63}$/i.test(thing);
}

function isTime(thing: unknown): thing is number {
  return Number.isInteger(thing) && (thing as number) >= 0 && (thing as number) <= LAST_TIME;
}

function isTimeOrNone(thing: unknown): thing is number | null {
  return thing === null || isTime(thing);
}

/** Far above any number of writes, far below where adding one goes wrong. */
function isVersion(thing: unknown): thing is number {
  return Number.isInteger(thing) && (thing as number) >= 1 && (thing as number) <= 1e9;
}
