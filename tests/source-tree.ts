import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Source text by path from the root, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

const ROOTS = ['utils', 'components', 'entrypoints'];

export function readSourceTree(root: string): SourceTree {
  const files = ROOTS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(tsx?|css)$/.test(file.name))
      .map((file) => path.relative(root, path.join(file.parentPath, file.name)).replaceAll(path.sep, '/')),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

export interface Import {
  readonly from: string;
  /** A path from the root for a file of ours, or the package's name. */
  readonly to: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

export function importsOf(tree: SourceTree): Import[] {
  return [...tree].flatMap(([from, source]) =>
    [...source.matchAll(IMPORT)].map((match) => {
      const target = (match[2] ?? match[3])!;
      const ours = target.startsWith('.');
      const to = ours ? resolveFile(tree, path.posix.join(path.posix.dirname(from), target)) : target;
      return { from, to, ours, typeOnly: match[1] !== undefined };
    }),
  );
}

function resolveFile(tree: SourceTree, target: string): string {
  return [target, `${target}.ts`, `${target}.tsx`].find((file) => tree.has(file)) ?? target;
}
