import type { Context } from './context';
import type { Search } from './search';

export interface ContextHit {
  readonly where: 'string' | 'buffer' | 'document';
  readonly what: string;
  readonly encoding: string;
  /** By which names it is reached, or how large the buffer is. */
  readonly path: string;
}

/** Needles in a context, and codes, which are too short to be told from chance unless they stand alone. */
export function searchContext(context: Context, search: Search, codes: readonly string[]): ContextHit[] {
  const hits = new Map<string, ContextHit>();
  const note = (hit: ContextHit) => hits.set(`${hit.where}\n${hit.what}\n${hit.path}`, hit);
  const code = codes.length > 0 ? new RegExp(`(?<!\\d)(${codes.join('|')})(?!\\d)`) : /(?!)/;

  const look = (where: 'string' | 'document', text: string, path: () => string) => {
    // Bytes are often held as a string of characters up to 255.
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1')])
      for (const { what, encoding } of search(bytes)) note({ where, what, encoding, path: path() });
    if (code.test(text)) note({ where, what: 'code', encoding: 'text', path: path() });
  };
  for (const { text, path } of context.strings) look('string', text, path);
  for (const text of context.texts) look('document', text, () => text.slice(0, 60));
  for (const buffer of context.buffers)
    for (const { what, encoding } of search(buffer))
      note({ where: 'buffer', what, encoding, path: `${buffer.length} bytes` });
  return [...hits.values()];
}
