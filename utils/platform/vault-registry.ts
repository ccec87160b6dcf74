import { browser } from 'wxt/browser';
import { Failure } from '../failure';
import { storedVaultIds } from './database';
import { tryWriteLocal } from './local';

/**
 * Which vaults this profile holds. Three places know, each on another part of the disk: a list in `storage.local`,
 * the databases themselves, and a mark in Cache Storage. A vault that any of them has heard of and none can show
 * is damage, never "first run".
 */
export interface VaultRegistry {
  readonly vaultIds: readonly string[];
  readonly current: string;
}

const KEY = 'vaults';
const MARKS = 'vault-marks';
const MARK = 'https://lanyard.invalid/vault/';

/**
 * Null where no vault was ever made here. A database without a vault in it is a creation that broke off; a name that
 * only the list knows, while other vaults can be read, is a list that the disk has spoilt.
 * @throws Failure `damaged` where nobody has heard of a vault and one of the three cannot be asked
 */
export async function readRegistry(
  canBeRead: (vaultId: string) => Promise<boolean>,
): Promise<VaultRegistry | null> {
  const [listed, stored, marked] = await Promise.all([readList(), storedVaultIds(), readMarks()]);
  const heardOf = [...new Set([...listed.vaultIds, ...marked.vaultIds, ...stored.vaultIds])];
  const readable: string[] = [];
  for (const vaultId of heardOf) if (await canBeRead(vaultId)) readable.push(vaultId);
  const sure = [...new Set([...readable, ...marked.vaultIds])];
  const vaultIds = sure.length > 0 ? sure : listed.vaultIds;
  const current = [listed.current, ...readable, ...vaultIds].find((id) => vaultIds.includes(id));
  if (current !== undefined) return { vaultIds, current };
  if (!listed.complete || !stored.complete || !marked.complete) throw new Failure('damaged');
  return null;
}

/** The current vault as the list has it, which the disk may have spoilt; null where it has none. */
export async function listedCurrent(): Promise<string | null> {
  return (await readList()).current || null;
}

/** Adds a vault and makes it the current one; known already, it only becomes current. */
export async function registerVault(vaultId: string): Promise<void> {
  const [listed, marked] = await Promise.all([readList(), readMarks()]);
  const vaultIds = [...new Set([...listed.vaultIds, ...marked.vaultIds, vaultId])];
  if (listed.current !== vaultId || !listed.vaultIds.includes(vaultId))
    await tryWriteLocal(KEY, { vaultIds, current: vaultId } satisfies VaultRegistry);
  if (!marked.vaultIds.includes(vaultId)) await writeMark(vaultId);
}

/** One witness of three: a disk that refuses it keeps nobody from their codes. */
async function writeMark(vaultId: string): Promise<void> {
  try {
    await (await caches.open(MARKS)).put(MARK + vaultId, new Response());
  } catch (thrown) {
    console.error(thrown);
  }
}

interface Heard {
  readonly vaultIds: readonly string[];
  /** It could be asked. */
  readonly complete: boolean;
}

/** As far as it makes sense: a spoilt disk may give anything back. */
async function readList(): Promise<Heard & { current: string }> {
  const stored = await browser.storage.local.get(KEY).catch(() => null);
  const { vaultIds, current } = (stored?.[KEY] ?? {}) as Partial<Record<keyof VaultRegistry, unknown>>;
  const ids = Array.isArray(vaultIds) ? vaultIds.filter((id) => typeof id === 'string') : [];
  return { vaultIds: ids, current: typeof current === 'string' ? current : '', complete: stored !== null };
}

async function readMarks(): Promise<Heard> {
  try {
    const marks = await (await caches.open(MARKS)).keys();
    return { vaultIds: marks.map(({ url }) => url.slice(MARK.length)), complete: true };
  } catch {
    return { vaultIds: [], complete: false };
  }
}
