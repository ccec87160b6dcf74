import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDON_UUID } from '../../../scripts/lib/firefox.mjs';
import { ACCIDENTS } from './damage.ts';
import type { Random } from './random.ts';

/** The vault's database and the marks in Cache Storage share a folder; `storage.local` has its own beside it. */
const VAULT = `storage/default/moz-extension+++${ADDON_UUID}`;
const LOCAL = `${VAULT}^userContextId=4294967295`;
const MARKS = `${VAULT}/cache`;

export interface FirefoxFault {
  readonly name: string;
  /** A log that is not yet in its database is there only after a kill. */
  readonly template: 'closed' | 'killed';
  /** What must come of it: all accounts; or an honest word at least; or nothing, since nothing is left. */
  readonly expected: 'back' | 'back or damaged' | 'nothing left';
  /** So many times: Firefox 153 crashes or hangs once on each log without its database. Then the next start is judged. */
  readonly firefoxFalls?: number;
  /** Says where, or null where what it would damage is not there. */
  readonly befall: (profile: string, random: Random) => string | null;
}

type Accident = (file: string, random: Random) => string;
type Befall = FirefoxFault['befall'];

/** The worst that still looks like a database. */
const emptied: Accident = (file) => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 4096));
  return 'all but the first page zeroed';
};
const beheaded: Accident = (file) => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 0, 100));
  return 'the first 100 bytes zeroed';
};
const ALL: Readonly<Record<string, Accident>> = { ...ACCIDENTS, emptied, beheaded };
const TO_A_LOG = Object.keys(ACCIDENTS);

/** To a file, or to the only one in a folder that ends so. */
function file(accident: string, folder: string, ending: string): Befall {
  return (profile, random) => {
    const at = path.join(profile, folder);
    const name = existsSync(at) && readdirSync(at).find((each) => each.endsWith(ending));
    const found = name && path.join(at, name);
    if (!found || statSync(found).size === 0) return null;
    return ALL[accident]!(found, random);
  };
}

function gone(folder: string): Befall {
  return (profile) => {
    if (!existsSync(path.join(profile, folder))) return null;
    rmSync(path.join(profile, folder), { recursive: true });
    return 'all of it';
  };
}

const both =
  (...parts: readonly Befall[]): Befall =>
  (profile, random) => {
    const wheres = parts.map((part) => part(profile, random));
    return wheres.includes(null) ? null : wheres.join('; ');
  };

const database = (accident: string, folder: string) => file(accident, `${folder}/idb`, '.sqlite');
const log = (accident: string, folder: string) => file(accident, `${folder}/idb`, '.sqlite-wal');

const one = (name: string, befall: Befall, template: FirefoxFault['template'] = 'closed'): FirefoxFault => ({
  name,
  template,
  expected: 'back',
  befall,
});
const two = (name: string, befall: Befall, template?: FirefoxFault['template']): FirefoxFault => ({
  ...one(name, befall, template),
  expected: 'back or damaged',
});

/** One store, or a file that serves both. */
export const SINGLE_FAULTS: readonly FirefoxFault[] = [
  ...(
    [
      ['vault', VAULT],
      ['snapshots', LOCAL],
    ] as const
  ).flatMap(([store, folder]) => [
    ...Object.keys(ALL).map((how) => one(`${store}: database ${how}`, database(how, folder))),
    ...TO_A_LOG.map((how) => one(`${store}: log ${how}`, log(how, folder), 'killed')),
    one(`${store}: database cut off beside its log`, database('cut off', folder), 'killed'),
    {
      ...one(`${store}: database deleted beside its log`, database('deleted', folder), 'killed'),
      firefoxFalls: 1,
    },
    one(`${store}: idb folder deleted`, gone(`${folder}/idb`)),
    one(`${store}: .metadata-v2 cut off`, file('cut off', folder, '.metadata-v2')),
    one(`${store}: .metadata-v2 deleted`, gone(`${folder}/.metadata-v2`)),
    one(`${store}: folder deleted`, gone(folder)),
  ]),
  ...['bit flipped', 'beheaded', 'deleted'].map((how) =>
    one(`marks: database ${how}`, file(how, MARKS, '.sqlite')),
  ),
  one('marks: folder deleted', gone(MARKS)),
  ...['bit flipped', 'beheaded', 'cut off', 'deleted'].map((how) =>
    one(`both: storage.sqlite ${how}`, file(how, '.', 'storage.sqlite')),
  ),
  ...['beheaded', 'deleted'].map((how) =>
    one(`both: ls-archive.sqlite ${how}`, file(how, 'storage', 'ls-archive.sqlite')),
  ),
];

/** Two of the three places, or all. */
export const DOUBLE_FAULTS: readonly FirefoxFault[] = [
  two('both idb folders deleted', both(gone(`${VAULT}/idb`), gone(`${LOCAL}/idb`))),
  ...Object.keys(ALL).map((how) =>
    two(`both databases ${how}`, both(database(how, VAULT), database(how, LOCAL))),
  ),
  {
    ...two(
      'both databases deleted beside logs',
      both(database('deleted', VAULT), database('deleted', LOCAL)),
      'killed',
    ),
    firefoxFalls: 2,
  },
  two('vault idb deleted, snapshots emptied', both(gone(`${VAULT}/idb`), database('emptied', LOCAL))),
  two('vault emptied, snapshots folder deleted', both(database('emptied', VAULT), gone(LOCAL))),
  two('vault deleted, marks deleted', both(database('deleted', VAULT), gone(MARKS))),
  two('snapshots deleted, marks deleted', both(database('deleted', LOCAL), gone(MARKS))),
  two('vault and marks deleted, snapshots emptied', both(gone(VAULT), database('emptied', LOCAL))),
  two(
    'snapshots and marks deleted, vault emptied',
    both(gone(LOCAL), gone(MARKS), database('emptied', VAULT)),
  ),
  { ...one('vault, marks and snapshots deleted', both(gone(VAULT), gone(LOCAL))), expected: 'nothing left' },
  { ...one('storage/default deleted', gone('storage/default')), expected: 'nothing left' },
];
