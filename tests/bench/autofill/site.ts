import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../clinic/certificate.ts';

/**
 * So many hosts of one site, an account each: a portal takes each step of an account once, and this many pages later
 * a step has passed.
 */
const HOSTS = Array.from({ length: 40 }, (_, number) => `desk-${number}.table.clinic.example`);

export type Site = Awaited<ReturnType<typeof startSite>>;

/**
 * The pages, on every host alike. `/login?next=PATH` asks for a password and leads on to PATH, as portals do; what is
 * sent elsewhere leaves the page as it is.
 * @param pages markup by path
 * @param beforePrompt runs between the login sent and the answer to it
 */
export async function startSite(
  pages: ReadonlyMap<string, string>,
  beforePrompt: () => Promise<void> = async () => {},
) {
  const { certificate, privateKey, spki } = makeCertificate(['*.table.clinic.example'], Date.now());
  const server = createServer({ cert: certificate, key: privateKey }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://host');
    const next = searchParams.get('next') ?? '/';
    if (pathname === '/login' && request.method === 'POST') {
      request.resume();
      await beforePrompt();
      response.writeHead(303, { Location: next }).end();
    } else if (pathname === '/login') send(response, login(next));
    else if (request.method === 'POST') response.writeHead(204).end();
    else send(response, pages.get(pathname));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origins: HOSTS.map((host) => `https://${host}`),
    /** What a browser is started with to find the hosts here. */
    browserArgs: [
      `--host-resolver-rules=MAP *:443 127.0.0.1:${port}`,
      `--ignore-certificate-errors-spki-list=${spki}`,
    ],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, page: string | undefined): void {
  response.writeHead(page === undefined ? 404 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(page);
}

/** Filled as a browser's own password manager leaves it; the person presses Enter. */
function login(next: string): string {
  return `<!doctype html><html lang="en"><title>Log in</title><link rel="icon" href="data:,"><h1>Log in</h1>
<form method="post" action="/login?next=${encodeURIComponent(next)}"><label>E-mail <input name="email" autocomplete="username" value="sam@harbour.example"></label>
<label>Password <input name="password" type="password" autocomplete="current-password" value="calm-harbour-tide" autofocus></label><button>Log in</button></form>`;
}
