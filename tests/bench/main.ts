import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchAutofill } from './autofill.ts';
import { benchContentCost } from './content-cost.ts';
import { benchQr } from './qr.ts';
import { benchUi } from './ui.ts';
import { benchVault } from './vault.ts';

/** `npm run bench -- vault`: prints tables and writes them to `.output/bench/<name>.json`. Times are for this machine, now. */
export type Row = Readonly<Record<string, string | number>>;
/** By name, in the order they are printed. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

const BENCHES: Record<string, (args: readonly string[]) => Promise<Tables>> = {
  autofill: benchAutofill,
  content: async () => ({ content: await benchContentCost() }),
  qr: benchQr,
  ui: benchUi,
  vault: async () => ({ vault: await benchVault() }),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`Which bench? ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const tables = await bench(args);
for (const [title, rows] of Object.entries(tables)) {
  console.log(`\n${title}`);
  console.table(rows);
}
const folder = path.resolve('.output/bench');
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(tables, null, 1)}\n`);
