import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from './random.ts';

/** The vault itself, and `storage.local` with its snapshots. */
export const STORES = ['vault', 'snapshots'] as const;
export type Store = (typeof STORES)[number];

export interface Damage {
  readonly store: Store;
  readonly how: string;
  readonly where: string;
}

export function storeFolder(profile: string, id: string, store: Store): string {
  return store === 'vault'
    ? path.join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`)
    : path.join(profile, 'Default/Local Extension Settings', id);
}

/** What can befall one file; each says where. */
export const ACCIDENTS: Readonly<Record<string, (file: string, random: Random) => string>> = {
  'bit flipped'(file, random) {
    const bytes = readFileSync(file);
    const [at, bit] = [random.int(0, bytes.length - 1), random.int(0, 7)];
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
    writeFileSync(file, bytes);
    return `bit ${bit} of byte ${at}`;
  },
  '4 KiB zeroed'(file, random) {
    const bytes = readFileSync(file);
    const at = 4096 * random.int(0, (bytes.length - 1) >> 12);
    writeFileSync(file, bytes.fill(0, at, Math.min(at + 4096, bytes.length)));
    return `from byte ${at}`;
  },
  'cut off'(file, random) {
    const at = random.int(0, statSync(file).size - 1);
    truncateSync(file, at);
    return `at byte ${at}`;
  },
  deleted(file) {
    rmSync(file);
    return 'all of it';
  },
};

/** One accident to one file of a store, or the folder gone. Locks and logs in plain words hold nothing and are left out. */
export function damage(profile: string, id: string, store: Store, random: Random): Damage {
  const folder = storeFolder(profile, id, store);
  const files = readdirSync(folder).filter(
    (file) => !/^(LOCK|LOG|LOG\.old)$/.test(file) && statSync(path.join(folder, file)).size > 0,
  );
  if (random.chance(0.06) || files.length === 0) {
    rmSync(folder, { recursive: true });
    return { store, how: 'folder deleted', where: '' };
  }
  const file = random.pick(files);
  const how = random.pick(Object.keys(ACCIDENTS));
  const where = ACCIDENTS[how]!(path.join(folder, file), random);
  return { store, how, where: `${file}, ${where}` };
}
