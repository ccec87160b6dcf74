import { readFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../clinic/certificate.ts';

/** What a page sent home, whatever it is. */
export interface Loot {
  /** The address of the page or frame that had it. */
  readonly where: string;
  readonly source: string;
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type PageServer = Awaited<ReturnType<typeof startPageServer>>;

const THIEF = readFileSync(new URL('thief.js', import.meta.url), 'utf8');

/**
 * Serves hostile pages under any host: `/<stage>/<page>` is what was put there, `/<stage>/thief.js` the oracle's
 * script, and what is posted to `/<stage>/loot` is kept. A page has no policy: whatever it wants to do, it may.
 */
export async function startPageServer() {
  const pages = new Map<string, string>();
  const loot = new Map<string, Loot[]>();
  const { certificate, privateKey, spki } = makeCertificate(['localhost'], Date.now());

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'https://any.example');
    const [, stage = '', part = ''] = url.pathname.split('/');
    response.setHeader('Cache-Control', part.startsWith('kept') ? 'private' : 'no-store');
    if (part === 'loot') {
      let body = '';
      for await (const piece of request) body += piece;
      loot.set(stage, [...(loot.get(stage) ?? []), { ...JSON.parse(body), at: Date.now() }]);
      response.writeHead(204).end();
    } else if (part === 'thief.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(THIEF);
    } else if (part === 'redirect') {
      response.writeHead(302, { Location: url.searchParams.get('to') ?? '/' }).end();
    } else {
      const page = pages.get(`${stage}/${part}`);
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(page ?? 'nothing here');
    }
  }

  const https = createHttps({ cert: certificate, key: privateKey }, answer);
  const http = createHttp(answer);
  const listen = (server: typeof https | typeof http) =>
    new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const [port, httpPort] = await Promise.all([listen(https), listen(http)]);
  return {
    port,
    httpPort,
    spki,
    put: (stage: string, part: string, page: string) => void pages.set(`${stage}/${part}`, page),
    lootOf: (stage: string): readonly Loot[] => loot.get(stage) ?? [],
    async close() {
      for (const server of [https, http]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
