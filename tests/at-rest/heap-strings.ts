import type { HeapGraph } from './heap-graph';

/** A string on a heap: what it says, and by which names it is reached from the root. */
export interface HeapString {
  readonly text: string;
  path(): string;
}

/** V8 writes down no more of a string than this (`--heap-snapshot-string-limit`). */
const LIMIT = 1024;

export const isCutShort = ({ text }: HeapString): boolean => text.length === LIMIT;

/** Every string on a heap; those made of two, which carry no text of their own, are put together. */
export function heapStrings(graph: HeapGraph): HeapString[] {
  const strings = graph.nodes
    .filter((node) => /string/.test(graph.typeOf(node)))
    .map((node) => ({ text: textOf(graph, node), path: () => graph.pathTo(node) }));
  const known = new Set(strings.map(({ text }) => text));
  // Names of properties, functions and classes are strings too.
  const names = graph.names.filter((name) => !known.has(name));
  return [...strings, ...names.map((text) => ({ text, path: () => 'a name in the snapshot' }))];
}

function textOf(graph: HeapGraph, node: number): string {
  // From the right, and without recursion: a text built piece by piece is a long chain.
  const pieces: string[] = [];
  for (const waiting = [node]; waiting.length > 0; ) {
    const next = waiting.pop()!;
    const halves = graph.typeOf(next) === 'concatenated string' ? graph.edgesOf(next) : [];
    const half = (which: string) => halves.find(({ name }) => name === which)?.to;
    const [first, second] = [half('first'), half('second')];
    if (first === undefined || second === undefined) pieces.push(graph.nameOf(next));
    else waiting.push(second, first);
  }
  return pieces.join('');
}
