import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../.output/test/figures');

/** Leaves figures for the summary of `npm test`. One file a name; each label is a line. */
export function leaveFigures(name: string, figures: Readonly<Record<string, string | number>>): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, `${name}.json`), JSON.stringify(figures));
}
