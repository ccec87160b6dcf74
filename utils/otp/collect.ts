import { formatKeyUri } from './key-uri';
import type { FailedKey, MigrationBatch } from './migration-uri';
import type { SetupKey } from './parameters';
import type { SetupText } from './setup-text';

/** One of an export's QR codes. */
type Part = Omit<SetupText, 'batch'>;

/** An export that comes as `size` QR codes, read in any order. */
export interface Batch extends Omit<MigrationBatch, 'index'> {
  /** By index, from 0. */
  readonly parts: ReadonlyMap<number, Part>;
}

/** What several pictures and pasted texts held, one after the other. */
export interface Collected {
  /** Keys that came alone, in the order they came, each once: by its key URI. */
  readonly singles: ReadonlyMap<string, SetupKey>;
  readonly batches: readonly Batch[];
}

export const NOTHING: Collected = { singles: new Map(), batches: [] };

/** `conflict`: this part was read before with other accounts in it, so it is of another export; nothing was taken. */
export type News = 'new' | 'known' | 'conflict';

/** Adds what texts held, one after the other; `news` says of each what it brought. */
export function collect(
  { singles, batches }: Collected,
  texts: readonly SetupText[],
): { collected: Collected; news: News[] } {
  const grown = new Map(singles);
  let exports = batches;
  const news = texts.map((text): News => {
    if (text.batch) {
      const step = addPart(exports, text, text.batch);
      exports = step.batches;
      return step.news;
    }
    const before = grown.size;
    for (const [uri, key] of byUri(text.keys)) grown.set(uri, key);
    return grown.size > before ? 'new' : 'known';
  });
  return { collected: { singles: grown, batches: exports }, news };
}

function addPart(
  batches: readonly Batch[],
  text: SetupText,
  batch: MigrationBatch,
): { batches: readonly Batch[]; news: News } {
  // An export of a single code waits for no other, so the next one is an export of its own.
  const place = batches.findIndex((other) => isOf(other, batch) && (batch.size > 1 || hasPart(other, text)));
  const begun = batches[place];
  if (!begun) return { batches: [...batches, begin(text, batch)], news: 'new' };
  if (hasPart(begun, text)) return { batches, news: 'known' };
  if (begun.parts.has(batch.index)) return { batches, news: 'conflict' };
  const parts = new Map(begun.parts).set(batch.index, text);
  return { batches: batches.with(place, { ...begun, parts }), news: 'new' };
}

/** Drops the export that this part conflicts with, and begins anew with it. */
export function beginAgain({ singles, batches }: Collected, text: SetupText): Collected {
  const others = batches.filter((other) => text.batch === null || !isOf(other, text.batch));
  return collect({ singles, batches: others }, [text]).collected;
}

/** Every key there is, each once. */
export function keysIn({ singles, batches }: Collected): SetupKey[] {
  const inBatches = batches.flatMap((batch) => inOrder(batch).flatMap(({ keys }) => keys));
  return [...new Map([...singles, ...byUri(inBatches)]).values()];
}

/** Accounts that were in the codes and cannot be taken over. */
export function failedIn({ batches }: Collected): FailedKey[] {
  return batches.flatMap((batch) => inOrder(batch).flatMap(({ failed }) => failed));
}

/** The parts not read yet, as people count them: from 1. */
export function missingParts({ size, parts }: Batch): number[] {
  return Array.from({ length: size }, (_, index) => index)
    .filter((index) => !parts.has(index))
    .map((index) => index + 1);
}

export function isWhole({ batches }: Collected): boolean {
  return batches.every(({ size, parts }) => parts.size === size);
}

/** Version 2 leaves the id at 0, so that it alone says nothing. */
function isOf(batch: Batch, { version, id, size }: MigrationBatch): boolean {
  return batch.version === version && batch.id === id && batch.size === size;
}

function begin(text: SetupText, { version, id, size, index }: MigrationBatch): Batch {
  return { version, id, size, parts: new Map([[index, text]]) };
}

function hasPart({ parts }: Batch, text: SetupText): boolean {
  const held = text.batch && parts.get(text.batch.index);
  return held ? contents(held) === contents(text) : false;
}

function contents({ keys, failed }: Part): string {
  return JSON.stringify([keys.map(formatKeyUri), failed]);
}

function inOrder({ parts }: Batch): Part[] {
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function byUri(keys: readonly SetupKey[]): [string, SetupKey][] {
  return keys.map((key) => [formatKeyUri(key), key]);
}
