import type { Session } from '../../scripts/lib/session.mjs';
import { type HeapBuffers, readHeapBuffers } from './heap-buffers';
import { readHeapGraph } from './heap-graph';
import { type HeapString, heapStrings } from './heap-strings';
import { call, everyObject, letGo } from './remote';

/** What can be reached in one context: its heap's strings, its buffers' bytes, the text of its documents. */
export interface Context extends HeapBuffers {
  readonly strings: readonly HeapString[];
  readonly texts: readonly string[];
}

/** The browser collects garbage before it takes a snapshot, so what is found is held by something. */
export async function readContext(session: Session): Promise<Context> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const graph = readHeapGraph(chunks.join(''));
  const context = {
    ...(await readHeapBuffers(session, graph)),
    strings: heapStrings(graph),
    texts: await readTexts(session),
  };
  await letGo(session);
  await session.send('HeapProfiler.disable');
  return context;
}

/** Text of nodes that a script can reach, in the document or out of it, and of what was typed into fields. */
async function readTexts(session: Session): Promise<string[]> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'typeof Node === "function"' });
  if (!result.value) return [];
  return (await call(session, textsOf, [await everyObject(session, 'Node.prototype')])) as string[];
}

/** Runs in the context. */
function textsOf(nodes: Node[]): string[] {
  return nodes.flatMap((node) => {
    try {
      const { value } = node as { value?: unknown };
      return [node.textContent ?? '', typeof value === 'string' ? value : ''];
    } catch {
      return []; // a prototype is among its own
    }
  });
}
