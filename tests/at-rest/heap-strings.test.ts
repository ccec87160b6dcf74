import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import { expect, test } from 'vitest';
import { readHeapGraph } from './heap-graph';
import { heapStrings } from './heap-strings';

test('plain strings and strings put together are read, with the way to them; garbage is not', () => {
  const world = globalThis as { heldForTest?: unknown };
  // The strings themselves must not stand in this source, which is on the heap too.
  const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0) + 1);
  const make = (codes: number[]) => String.fromCharCode(...codes);
  const plain = letters('a plain one');
  const left = letters('the left half of it');
  const right = letters(' and the right half');
  const dropped = letters('dropped at once');
  make(dropped);
  world.heldForTest = { plain: make(plain), joined: make(left) + make(right) };
  const file = writeHeapSnapshot(path.join(tmpdir(), `lanyard-heap-${process.pid}.heapsnapshot`));
  try {
    const strings = heapStrings(readHeapGraph(readFileSync(file, 'utf8')));
    const find = (codes: number[]) => strings.find(({ text }) => text === make(codes));
    expect(find(plain)!.path()).toContain('heldForTest');
    expect(find([...left, ...right])!.path()).toContain('joined');
    expect(find(dropped)).toBeUndefined();
  } finally {
    rmSync(file);
    delete world.heldForTest;
  }
});
