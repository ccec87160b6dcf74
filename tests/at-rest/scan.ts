import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Layer, readLayers } from './layers.ts';
import type { Search } from './search.ts';

export interface Hit {
  /** From the folder that was searched. */
  readonly file: string;
  readonly layer: Layer['kind'];
  readonly what: string;
  readonly encoding: string;
}

export interface Scan {
  readonly hits: readonly Hit[];
  readonly files: readonly string[];
  readonly bytes: number;
  readonly tables: number;
  readonly packedBlocks: number;
}

/** Reads every file under a folder in every way we know. `wanted` sees paths with forward slashes. */
export function scan(folder: string, search: Search, wanted: (file: string) => boolean = () => true): Scan {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(folder, path.join(file.parentPath, file.name)).replaceAll(path.sep, '/'))
    .filter(wanted)
    .sort();
  const hits = new Map<string, Hit>();
  let bytes = 0;
  let packedBlocks = 0;
  for (const file of files) {
    const reading = readLayers(file, readFileSync(path.join(folder, file)));
    packedBlocks += reading.packedBlocks;
    // A name can give away as much as what is under it.
    const layers = [...reading.layers, { kind: 'raw', bytes: Buffer.from(file) } as const];
    for (const { kind, bytes: piece } of layers) {
      bytes += piece.length;
      for (const { what, encoding } of search(piece))
        hits.set(`${file}\n${kind}\n${what}\n${encoding}`, { file, layer: kind, what, encoding });
    }
  }
  const tables = files.filter((file) => /\.(ldb|sst)$/.test(file)).length;
  return { hits: [...hits.values()], files, bytes, tables, packedBlocks };
}
