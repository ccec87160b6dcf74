import type { Session } from '../../scripts/lib/session.mjs';
import type { Edge, HeapGraph } from './heap-graph';
import { call, objectOf, type Remote } from './remote';

export interface HeapBuffers {
  readonly buffers: readonly Buffer[];
  /** Held in a way that cannot be followed from outside: by which names, and how many bytes where that is known. */
  readonly unread: readonly string[];
}

const VIEW = /^(Big)?(Ui|I)nt\d+(Clamped)?Array$|^Float\d+Array$|^DataView$|^(WebAssembly\.)?Memory$/;
const PART = 3_000_000;

/**
 * The bytes of every buffer on the heap, those of WebAssembly memories too. The browser refuses to hand out a buffer
 * itself, so each is asked for at what holds it: an object, an array, a map, or a variable of a function.
 */
export async function readHeapBuffers(session: Session, graph: HeapGraph): Promise<HeapBuffers> {
  const isView = (node: number) =>
    graph.typeOf(node) === 'object' && VIEW.test(graph.nameOf(node)) && !isPrototype(graph, node);
  const isLoneBuffer = (node: number) =>
    /^(Shared)?ArrayBuffer$/.test(graph.nameOf(node)) &&
    graph.typeOf(node) !== 'closure' &&
    graph.typeOf(node) !== 'string' &&
    !isPrototype(graph, node) &&
    !graph.holdersOf(node).some(({ from }) => isView(from));
  const wanted = graph.nodes.filter((node) => isView(node) || isLoneBuffer(node));

  const buffers: Buffer[] = [];
  const unread: string[] = [];
  for (const node of wanted) {
    const bytes = await readOne(session, graph, node);
    if (bytes) buffers.push(bytes);
    else unread.push(`${graph.nameOf(node)} at ${graph.pathTo(node)}`);
  }
  return { buffers, unread };
}

function isPrototype(graph: HeapGraph, node: number): boolean {
  return graph
    .holdersOf(node)
    .some(({ name, from }) => name === 'prototype' && graph.typeOf(from) === 'closure');
}

async function readOne(session: Session, graph: HeapGraph, node: number): Promise<Buffer | null> {
  for (const holder of graph.holdersOf(node)) {
    const held = await reach(session, graph, holder).catch(() => null);
    const size = held && ((await call(session, sizeOf, [held])) as number);
    if (size === null || size < 0) continue;
    const parts: Buffer[] = [];
    for (let at = 0; at < size; at += PART) {
      const part = await call(session, partOf, [held!, { value: at }, { value: PART }]);
      parts.push(Buffer.from(part as string, 'base64'));
    }
    return Buffer.concat(parts);
  }
  return null;
}

/** What is at the end of this reference. */
async function reach(session: Session, graph: HeapGraph, holder: Edge): Promise<Remote | null> {
  const { type, name, from } = holder;
  if (type === 'context') return reachVariable(session, graph, from, name);
  if (type === 'property' || type === 'element') {
    const owner = await objectOf(session, graph.idOf(from));
    return call(session, propertyOf, [owner, { value: name }], false) as Promise<Remote>;
  }
  return null;
}

/** A variable lives in a context, which only the functions made in it, or in one within it, can show. */
async function reachVariable(
  session: Session,
  graph: HeapGraph,
  context: number,
  name: string,
): Promise<Remote | null> {
  const within = [context];
  for (const outer of within) {
    for (const { type, name: by, from } of graph.holdersOf(outer)) {
      if (by === 'previous' && !within.includes(from)) within.push(from);
      if (type !== 'internal' || by !== 'context' || graph.typeOf(from) !== 'closure') continue;
      const held = await variableOf(session, graph.idOf(from), name).catch(() => null);
      if (held) return held;
    }
  }
  return null;
}

async function variableOf(session: Session, closureId: string, name: string): Promise<Remote | null> {
  const properties = (objectId: string) =>
    session.send('Runtime.getProperties', { objectId, ownProperties: true });
  const { objectId } = await objectOf(session, closureId);
  const { internalProperties } = await properties(objectId);
  const scopes = internalProperties.find((property: { name: string }) => property.name === '[[Scopes]]');
  for (const { value } of (await properties(scopes.value.objectId)).result) {
    const variables = value?.objectId ? (await properties(value.objectId)).result : [];
    const variable = variables.find((candidate: { name: string }) => candidate.name === name);
    if (variable?.value?.objectId) return { objectId: variable.value.objectId };
  }
  return null;
}

/* What follows runs in the context. */

function propertyOf(owner: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(owner, name)?.value;
}

/** -1 where it is no buffer and has none. */
function sizeOf(held: ArrayBuffer | { buffer?: ArrayBuffer } | undefined): number {
  const buffer = held instanceof ArrayBuffer ? held : held?.buffer;
  return buffer?.byteLength ?? -1;
}

function partOf(held: ArrayBuffer | { buffer: ArrayBuffer }, at: number, length: number): string {
  const buffer = held instanceof ArrayBuffer ? held : held.buffer;
  let binary = '';
  for (const byte of new Uint8Array(buffer).subarray(at, at + length)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
