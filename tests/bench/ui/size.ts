import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageSize {
  /** Bytes of script and style that the page names itself, each file gzipped. */
  readonly atOnce: number;
  /** Bytes of what those bring later, when it is asked for. */
  readonly later: number;
}

/** What a page of the build loads before anything is asked of it, and what only then. */
export function pageSize(built: string, page: string): PageSize {
  const html = readFileSync(path.join(built, page), 'utf8');
  const atOnce = new Set(
    [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!),
  );
  const seen = new Set(atOnce);
  for (const file of seen) for (const found of mentioned(built, file)) seen.add(found);
  const later = [...seen].filter((file) => !atOnce.has(file));
  return { atOnce: sum(built, [...atOnce]), later: sum(built, later) };
}

/** Files of the build that a script names; a set takes in what is added while it is walked over. */
function mentioned(built: string, file: string): string[] {
  if (!file.endsWith('.js')) return [];
  const text = readFileSync(path.join(built, file), 'utf8');
  const names = [...text.matchAll(/["'`](?:\.{0,2}\/)?((?:chunks\/|assets\/)?[\w-]+\.(?:js|css))["'`]/g)];
  return names.flatMap(([, name]) => {
    const found = [name!, `chunks/${name}`].find((candidate) => isFile(built, candidate));
    return found ? [found] : [];
  });
}

function isFile(built: string, file: string): boolean {
  try {
    return readFileSync(path.join(built, file)).length > 0;
  } catch {
    return false;
  }
}

function sum(built: string, files: readonly string[]): number {
  return files.reduce(
    (bytes, file) => bytes + gzipSync(readFileSync(path.join(built, file)), { level: 9 }).length,
    0,
  );
}
