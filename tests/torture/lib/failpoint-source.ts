import { parseSync, Visitor } from 'vite';

/**
 * Every `await x` becomes `(await globalThis.__failpoint?.("file:line"), await x)`: a place at which the worker can be
 * made to stop for ever.
 */
export function withFailpoints(source: string, file: string): string {
  const insertions: { at: number; text: string }[] = [];
  const visitor = new Visitor({
    AwaitExpression({ start, end }) {
      const line = source.slice(0, start).split('\n').length;
      insertions.push({ at: start, text: `(await globalThis.__failpoint?.("${file}:${line}"), ` });
      insertions.push({ at: end, text: ')' });
    },
  });
  visitor.visit(parseSync(file, source).program);
  let marked = '';
  let from = 0;
  for (const { at, text } of insertions.sort((one, other) => one.at - other.at)) {
    marked += source.slice(from, at) + text;
    from = at;
  }
  return marked + source.slice(from);
}
