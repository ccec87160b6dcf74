import { type Needle, type Pattern, patternsOf } from './needles.ts';

export type Search = (bytes: Uint8Array) => Pattern[];

/**
 * Looks for all needles in one pass: two bytes decide whether a place is worth a second look, as thousands of patterns
 * would otherwise each read everything.
 */
export function createSearch(needles: readonly Needle[]): Search {
  const byStart = new Map<number, Pattern[]>();
  for (const pattern of patternsOf(needles)) {
    const start = pattern.bytes.readUInt16LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  const worth = new Uint8Array(65_536);
  for (const start of byStart.keys()) worth[start] = 1;

  return (bytes) => {
    const found = new Set<Pattern>();
    for (let at = 0; at + 1 < bytes.length; at++) {
      const start = bytes[at]! | (bytes[at + 1]! << 8);
      if (!worth[start]) continue;
      for (const pattern of byStart.get(start)!) if (isAt(bytes, at, pattern.bytes)) found.add(pattern);
    }
    return [...found];
  };
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 2; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
