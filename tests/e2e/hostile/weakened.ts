import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../torture/lib/build.ts';
import { BUILT } from '../fixtures';

export type Weakness = 'any-host' | 'any-box' | 'any-trigger' | 'by-tab' | 'by-focus';

/** Where the build with this weakness is; made where the one that is there is not of these sources. */
export async function builtWith(weakness: Weakness | null): Promise<string> {
  if (!weakness) return BUILT;
  const folder = path.resolve('.output/torture', weakness, 'chrome-mv3');
  const stamp = path.join(path.dirname(folder), 'sources.txt');
  const sources = sourcesNow();
  if (!existsSync(folder) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
    await build(weakness, 'chrome');
    writeFileSync(stamp, sources);
  }
  return folder;
}

/** A hash of everything a build is made of. */
function sourcesNow(): string {
  const hash = createHash('sha256');
  for (const root of ['entrypoints', 'utils', 'components', 'public', 'tests/torture/lib', 'wxt.config.ts'])
    for (const file of filesIn(root)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(root: string): string[] {
  if (!existsSync(root)) return [];
  if (path.extname(root)) return [root];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}
