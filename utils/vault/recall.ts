import { type Bytes, equalBytes } from '../bytes';
import { Failure } from '../failure';
import type { VaultHeader } from './header';
import { markRecord } from './manifest';
import { keepSnapshots, snapshotSlot } from './save';
import type { SealedRecord } from './sealing';
import type { StoredVault, Stores } from './store';
import { type OpenVault, openVault, storedForm } from './vault';

const PLACES = ['vault', 'a', 'b'] as const;
export type Place = (typeof PLACES)[number];

/** All that is on the disk of one vault: null where nothing is, `damaged` where it is not whole. */
export type Copies = Readonly<Record<Place, StoredVault | 'damaged' | null>>;

export interface Recalled {
  readonly vault: OpenVault;
  /** Places that were lost, spoilt or put back from the past. A person is told. */
  readonly wrong: readonly Place[];
  /** Snapshots that are behind by a write that broke off. Nobody need know. */
  readonly late: readonly Place[];
}

export async function readCopies({ vaults, snapshots }: Stores, vaultId: string): Promise<Copies> {
  const whole = (reading: Promise<StoredVault | null>) => reading.catch(() => 'damaged' as const);
  const [vault, a, b] = await Promise.all([
    whole(vaults.read(vaultId)),
    whole(snapshots.read(vaultId, 'a')),
    whole(snapshots.read(vaultId, 'b')),
  ]);
  return { vault, a, b };
}

/** The header of the newest copy that can be read. Whether it is true only a key can tell. @throws Failure `damaged` */
export function newestHeader(copies: Copies): VaultHeader {
  const [newest] = readable(copies);
  if (!newest) throw new Failure('damaged');
  return newest.header;
}

/**
 * Opens the newest true copy, takes records it lacks from the others, and says which places are to be put right.
 * @throws Failure `damaged` where no copy is true, `from-newer-version`
 */
export async function recallVault(copies: Copies, vaultKey: Bytes): Promise<Recalled> {
  const found = readable(copies);
  const pool = new Map<string, SealedRecord>();
  for (const { records } of found)
    for (const record of records) pool.set((await markRecord(record)).hash, record);
  for (const { header, manifest } of found) {
    const records = manifest.marks.flatMap(({ hash }) => pool.get(hash) ?? []);
    const vault = await openVault({ header, manifest, records }, vaultKey).catch((thrown) => {
      if (thrown instanceof Failure && thrown.code === 'from-newer-version') throw thrown;
      return null;
    });
    if (vault) return { vault, ...compare(copies, vault) };
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
function readable(copies: Copies): StoredVault[] {
  return PLACES.map((place) => copies[place])
    .filter((copy): copy is StoredVault => copy !== null && copy !== 'damaged')
    .sort((one, other) => other.manifest.generation - one.manifest.generation);
}

/** Writes by which a snapshot may be behind: its turn, and a write or two that broke off between the stores. */
const USUAL_LAG = 3;

function compare(copies: Copies, vault: OpenVault): Pick<Recalled, 'wrong' | 'late'> {
  const { generation, mac } = vault.manifest;
  const lag = (place: Place) => {
    const copy = copies[place];
    if (copy === null || copy === 'damaged') return Number.POSITIVE_INFINITY;
    const behind = generation - copy.manifest.generation;
    if (behind > 0) return behind;
    const isSame = behind === 0 && equalBytes(copy.manifest.mac, mac) && holdsAll(copy, vault);
    return isSame ? 0 : Number.POSITIVE_INFINITY;
  };
  const turn = snapshotSlot(generation);
  return {
    wrong: PLACES.filter((place) => lag(place) > (place === 'vault' ? 0 : USUAL_LAG)),
    late: lag(turn) > 0 ? [turn] : [],
  };
}

function holdsAll({ records }: StoredVault, { sealed }: OpenVault): boolean {
  const versions = new Map(records.map((record) => [record.recordId, record.version]));
  return [...sealed.values()].every((record) => versions.get(record.recordId) === record.version);
}
