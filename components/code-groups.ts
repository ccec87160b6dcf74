import type { CodeView } from '../utils/messaging/views';

/** Threes where they come out even, otherwise two halves: `482 913`, `4829 1375`, `482 9137`. */
export function codeGroups(code: string): string[] {
  const size = code.length % 3 === 0 ? 3 : Math.floor(code.length / 2);
  if (code.length < 6) return [code];
  if (code.length % 3 === 0) return code.match(/.{3}/g) ?? [code];
  return [code.slice(0, size), code.slice(size)];
}

/** The code that is good now: the list may be a moment old, and it holds the next one. */
export function codeNow({ code, nextCode, validUntil }: CodeView, now: number): string {
  return now < validUntil ? code : nextCode;
}

/** Seconds this code is still good for. */
export function secondsLeft({ validUntil }: CodeView, period: number, now: number): number {
  const left = Math.ceil((validUntil - now) / 1000);
  return left > 0 ? left : Math.max(0, left + period);
}
