import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchContentCost } from './content-cost.ts';
import { benchVault } from './vault.ts';

/** `npm run bench -- vault`: prints a table and writes it to `.output/bench/<name>.json`. Times are for this machine, now. */
export type Row = Readonly<Record<string, string | number>>;

const BENCHES: Record<string, () => Promise<readonly Row[]>> = {
  content: benchContentCost,
  vault: benchVault,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (!bench) {
  console.error(`Which bench? ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const rows = await bench();
console.table(rows);
const folder = path.resolve('.output/bench');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(rows, null, 1)}\n`);
