import type { findPrompt } from './prompt';

/**
 * The verdict, with the words of all languages, is a script of its own: it comes only to pages with a box that a code
 * might be for. Where it is, it stands under this key, in the extension's own world, which no page sees.
 */
export const READER = Symbol.for('lanyard reader');

export type Reader = typeof findPrompt;

export interface WithReader {
  [READER]?: Reader;
}
