import { type Bytes, toHex } from '../bytes';
import { Failure } from '../failure';
import type { VaultHeader } from './header';
import { hashRecord } from './manifest';
import { keepSnapshots, snapshotSlot } from './save';
import type { SealedRecord } from './sealing';
import { asSnapshot, type Snapshot } from './snapshot';
import type { StoredVault, Stores } from './store';
import { type OpenVault, openVault, storedForm } from './vault';

const PLACES = ['vault', 'a', 'b'] as const;
export type Place = (typeof PLACES)[number];

/** All that is on the disk of one vault: null where nothing is, `damaged` where it is not whole. */
export type Copies = Readonly<Record<Place, Snapshot | 'damaged' | null>>;

export interface Recalled {
  readonly vault: OpenVault;
  /** Places that were lost, spoilt or put back from the past. A person is told. */
  readonly wrong: readonly Place[];
  /** Snapshots that are behind by a write that broke off. Nobody need know. */
  readonly late: readonly Place[];
}

/** Writes by which a snapshot may be behind: its turn, and a write or two that broke off between the stores. */
const USUAL_LAG = 3;

export async function readCopies({ vaults, snapshots }: Stores, vaultId: string): Promise<Copies> {
  const whole = (reading: Promise<Snapshot | null>) => reading.catch(() => 'damaged' as const);
  const [vault, a, b] = await Promise.all([
    whole(vaults.read(vaultId).then(asSnapshot)),
    whole(snapshots.read(vaultId, 'a')),
    whole(snapshots.read(vaultId, 'b')),
  ]);
  return { vault, a, b };
}

/** The part of opening a vault that needs no key, for the time in which a person types the password. */
export async function markRecords(copies: Copies): Promise<void> {
  const [newest] = readable(copies);
  await Promise.all(newest?.copy.vault().records.map(hashRecord) ?? []);
}

/** The header of the newest copy that can be read. Whether it is true only a key can tell. @throws Failure `damaged` */
export function newestHeader(copies: Copies): VaultHeader {
  const [newest] = readable(copies);
  if (!newest) throw new Failure('damaged');
  return newest.copy.vault().header;
}

/**
 * Opens the newest true copy, takes records it lacks from the others, and says which places are to be put right.
 * @throws Failure `damaged` where no copy is true, `from-newer-version`
 */
export async function recallVault(copies: Copies, vaultKey: Bytes): Promise<Recalled> {
  const found = readable(copies);
  for (const { place, copy } of found) {
    const stored = copy.vault();
    const vault = await openVault(stored, vaultKey).catch((thrown) => {
      if (thrown instanceof Failure && thrown.code === 'from-newer-version') throw thrown;
      return null;
    });
    if (!vault) continue;
    const others = () => found.filter((other) => other.place !== place).map((other) => other.copy.vault());
    const whole = vault.damaged.length === 0 ? vault : await complete(vault, others(), vaultKey);
    const lags = compare(copies, whole);
    const lacked = whole === vault || lags.wrong.includes(place) ? [] : [place];
    return { vault: whole, ...lags, wrong: [...lacked, ...lags.wrong] };
  }
  throw new Failure('damaged');
}

/** Writes what was recalled to the places that do not hold it. @throws Failure `not-saved`, and what the disk throws */
export async function repairCopies(stores: Stores, { vault, wrong, late }: Recalled): Promise<void> {
  if (wrong.includes('vault')) await stores.vaults.repair(storedForm(vault));
  if (wrong.some((place) => place !== 'vault')) {
    await keepSnapshots(stores.snapshots, vault, 'both');
    await stores.snapshots.renew();
  } else if (late.length > 0) await keepSnapshots(stores.snapshots, vault, 'next');
}

/** Newest first; the vault itself before a snapshot of the same age. */
function readable(copies: Copies): { place: Place; copy: Snapshot }[] {
  return PLACES.flatMap((place) => {
    const copy = copies[place];
    return copy === null || copy === 'damaged' ? [] : [{ place, copy }];
  }).sort((one, other) => other.copy.generation - one.copy.generation);
}

/** The same vault with what it lacks taken from other copies, wherever they hold just what the manifest means. */
async function complete(vault: OpenVault, others: StoredVault[], vaultKey: Bytes): Promise<OpenVault> {
  const spare = new Map<string, SealedRecord>();
  for (const { records } of others)
    for (const record of records)
      if (vault.damaged.includes(record.recordId)) spare.set(await hashRecord(record), record);
  const { header, manifest } = vault;
  const records = manifest.marks.flatMap(
    ({ recordId, hash }) => vault.sealed.get(recordId) ?? spare.get(hash) ?? [],
  );
  return openVault({ header, manifest, records }, vaultKey);
}

function compare(copies: Copies, { manifest }: OpenVault): Pick<Recalled, 'wrong' | 'late'> {
  const mac = toHex(manifest.mac);
  const lag = (place: Place) => {
    const copy = copies[place];
    if (copy === null || copy === 'damaged') return Number.POSITIVE_INFINITY;
    const behind = manifest.generation - copy.generation;
    if (behind > 0) return behind;
    return behind === 0 && copy.mac === mac ? 0 : Number.POSITIVE_INFINITY;
  };
  const turn = snapshotSlot(manifest.generation);
  return {
    wrong: PLACES.filter((place) => lag(place) > (place === 'vault' ? 0 : USUAL_LAG)),
    late: lag(turn) > 0 ? [turn] : [],
  };
}
