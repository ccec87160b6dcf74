import type { Session } from '../../scripts/lib/session.mjs';
import type { Needle } from './needles';
import { call } from './remote';

const TEXT = 'a mangrove kingfisher at dusk';
const bytes = (first: number) => Array.from({ length: 24 }, (_, i) => (first + i * 37) & 255);
const [SMALL, LARGE, MEMORY] = [bytes(11), bytes(101), bytes(203)];

export const HEAP_PLANTS: readonly Needle[] = [
  { what: 'planted text', variants: [TEXT] },
  { what: 'planted small array', variants: [Uint8Array.from(SMALL)] },
  { what: 'planted in a variable', variants: [Uint8Array.from(LARGE)] },
  { what: 'planted in WebAssembly', variants: [Uint8Array.from(MEMORY)] },
];

/** Hangs one of each kind on a global of the context. They travel in disguise, as what is sent is on the heap too. */
export async function plantOnHeap(session: Session): Promise<void> {
  const disguised = [[...Buffer.from(TEXT)], SMALL, LARGE, MEMORY].map((plain) =>
    plain.map((byte) => byte ^ 255),
  );
  await call(
    session,
    hang,
    disguised.map((value) => ({ value })),
  );
}

export async function unplantFromHeap(session: Session): Promise<void> {
  await call(session, takeDown, []);
}

/* What follows runs in the context. */

type World = typeof globalThis & { planted?: object };

function hang(...disguised: number[][]): void {
  const [text, small, large, inMemory] = disguised.map((codes) => codes.map((code) => code ^ 255));
  const letters = text!.map((code) => String.fromCharCode(code));
  const held = new Uint8Array(4096);
  held.set(large!, 1000);
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(memory.buffer).set(inMemory!, 60_000);
  (globalThis as World).planted = {
    text: letters.slice(0, 14).join('') + letters.slice(14).join(''),
    small: Uint8Array.from(small!),
    size: () => held.length,
    memory,
  };
}

function takeDown(): void {
  delete (globalThis as World).planted;
}
