import { readFileSync } from 'node:fs';
import type { Handler } from './http.ts';

/** A file in `portals/`, read whenever it is asked for. */
export const asset =
  (name: string, type: string): Handler =>
  () => ({
    status: 200,
    headers: { 'Content-Type': type },
    body: readFileSync(new URL(`portals/${name}`, import.meta.url), 'utf8'),
  });

export const styleSheet = (name: string): Handler => asset(name, 'text/css; charset=utf-8');
