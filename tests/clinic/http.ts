import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { type Variant, variantNamed } from './code-box.ts';

/** One request, as a portal sees it. */
export interface Visit {
  readonly method: string;
  /** As sent: with the port where there is one. */
  readonly host: string;
  readonly secure: boolean;
  /** Without the `/v/<variant>` in front and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly form: URLSearchParams;
  /** The body when it was sent as JSON, else null. */
  readonly json: unknown;
  readonly variant: Variant;
  /** The portal's time, in ms. */
  readonly now: number;
  /** The address of one of our pages, in the same variant. */
  link(path: string): string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly cookies?: readonly string[];
}

export type Handler = (visit: Visit) => Reply;

/** Keyed by method and path, as `GET /login`. */
export type Routes = Readonly<Record<string, Handler>>;

const BODY_LIMIT = 65_536;

export async function readVisit(message: IncomingMessage, now: number, usual: Variant): Promise<Visit> {
  const host = message.headers.host ?? 'localhost';
  const url = new URL(message.url ?? '/', `https://${host}`);
  const [, named = '', rest] = /^\/v\/([a-z]+)(\/.*)$/.exec(url.pathname) ?? [];
  const variant = variantNamed(named);
  const base = variant ? `/v/${variant}` : '';
  const body = await readBody(message);
  const type = message.headers['content-type'] ?? '';
  return {
    method: message.method ?? 'GET',
    host,
    secure: (message.socket as TLSSocket).encrypted === true,
    path: variant && rest ? rest : url.pathname,
    query: url.searchParams,
    cookies: parseCookies(message.headers.cookie ?? ''),
    form: new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? body : ''),
    json: type.startsWith('application/json') ? parseJson(body) : null,
    variant: variant ?? usual,
    now,
    link: (path) => base + path,
  };
}

async function readBody(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) throw new RangeError('body too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parseCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('=') as [string, string?]);
  return new Map(pairs.map(([name, value = '']) => [name, value]));
}

/** Answers with one of the routes, or with 404 or 405. */
export function dispatch(routes: Routes, visit: Visit): Reply {
  const handler = routes[`${visit.method === 'HEAD' ? 'GET' : visit.method} ${visit.path}`];
  if (handler) return handler(visit);
  const known = ['GET', 'POST'].some((method) => routes[`${method} ${visit.path}`]);
  return known ? plain(405, 'Method not allowed') : plain(404, 'There is nothing here');
}

/** The Date header is the portal's own clock, which a test may have set wrong. */
export function send(response: ServerResponse, reply: Reply, now: number): void {
  response.writeHead(reply.status, {
    Date: new Date(now).toUTCString(),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    ...reply.headers,
    ...(reply.cookies?.length ? { 'Set-Cookie': [...reply.cookies] } : {}),
  });
  response.end(reply.body);
}

export const plain = (status: number, body: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body,
});

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

/** 303: whatever the request was, the next one is a GET. */
export const redirect = (to: string): Reply => ({ status: 303, headers: { Location: to }, body: '' });

export const withCookies = (reply: Reply, ...cookies: string[]): Reply => ({
  ...reply,
  cookies: [...(reply.cookies ?? []), ...cookies],
});

/** A cookie for the whole host, out of reach of scripts; without `maxAge` (seconds) it ends with the browser. */
export function formatCookie(visit: Visit, name: string, value: string, maxAge?: number): string {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (visit.secure) parts.push('Secure');
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}
