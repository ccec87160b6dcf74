import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type AccountState, createAccounts, type NewAccount } from './accounts.ts';
import { makeCertificate } from './certificate.ts';
import type { Variant } from './code-box.ts';
import { dispatch, plain, readVisit, send } from './http.ts';
import { createLarkmoor } from './portals/larkmoor.ts';
import { SAM } from './portals/people.ts';
import { createSeedPortals, routesByHost, type SeedPortals } from './portals/seeds.ts';
import { type Loot, trapRoutes } from './trap-pages.ts';

export const DEMO_HOST = 'harbour.au1.clinic.example';
export const DEMO_USER = SAM;

export interface ClinicOptions {
  /** DNS names in the certificate, wildcards allowed; the first is the portal's own. Any other is served too. */
  readonly hosts?: readonly string[];
  /** On 127.0.0.1; 0 for any free port. */
  readonly port?: number;
  /** How far the portal's clock is ahead of ours; negative for behind. */
  readonly clockOffsetMs?: number;
  readonly users?: readonly NewAccount[];
  readonly variant?: Variant;
  /** Also listen on plain http, on a port of its own. */
  readonly http?: boolean;
  /** Adds `/demo`: the first user is logged in and sees the set-up page. */
  readonly demo?: boolean;
}

export interface LoggedRequest {
  readonly scheme: 'https' | 'http';
  readonly method: string;
  /** As sent: with the port where there is one. */
  readonly host: string;
  /** As sent, without the query. */
  readonly path: string;
}

export interface Clinic {
  /** The portal under its own name, with the port unless it is 443. */
  readonly origin: string;
  /** The same without a port: right where {@link resolverRules} are in force. */
  readonly portlessOrigin: string;
  readonly port: number;
  readonly httpPort: number | undefined;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** PEM, for clients that would rather trust than ignore. */
  readonly certificate: string;
  /** For Chromium's `--host-resolver-rules`: the certificate's hosts on port 443 go to this server. */
  readonly resolverRules: string;
  /** In the order they came. */
  readonly requests: readonly LoggedRequest[];
  /** What look-alike and framing pages could read. */
  readonly loot: readonly Loot[];
  /** The portals of the seed facts, each under its own host. What follows here is Larkmoor's. */
  readonly portals: SeedPortals;
  users(): readonly AccountState[];
  user(email: string): AccountState;
  addUser(user: NewAccount): void;
  /** Ends the lock after too many wrong codes. */
  unlock(email: string): void;
  resetTwoFactor(email: string): void;
  setClock(offsetMs: number): void;
  /** For addresses without `/v/<variant>` in front. */
  setVariant(variant: Variant): void;
  close(): Promise<void>;
}

export async function startClinic(options: ClinicOptions = {}): Promise<Clinic> {
  const hosts = options.hosts ?? [DEMO_HOST, '*.au1.clinic.example', '*.clinic.example'];
  const users = options.users ?? [DEMO_USER];
  let offset = options.clockOffsetMs ?? 0;
  let variant = options.variant ?? 'single';
  const now = () => Date.now() + offset;
  const requests: LoggedRequest[] = [];
  const loot: Loot[] = [];
  const accounts = createAccounts();
  for (const user of users) accounts.add(user);
  const portals = createSeedPortals();
  const ownRoutes = routesByHost(portals);
  const larkmoor = createLarkmoor(accounts, options.demo ? users[0]?.email : undefined);
  const traps = trapRoutes(loot);

  const answer =
    (scheme: LoggedRequest['scheme']) => async (message: IncomingMessage, response: ServerResponse) => {
      const [path = '/'] = (message.url ?? '/').split('?');
      requests.push({ scheme, method: message.method ?? 'GET', host: message.headers.host ?? '', path });
      try {
        const visit = await readVisit(message, now(), variant);
        const [name = ''] = visit.host.split(':');
        send(response, dispatch({ ...(ownRoutes.get(name) ?? larkmoor), ...traps }, visit), now());
      } catch (error) {
        send(response, plain(400, String(error)), now());
      }
    };

  const { certificate, privateKey, spki } = makeCertificate([...hosts, 'localhost', '127.0.0.1'], Date.now());
  const secure = createHttpsServer({ cert: certificate, key: privateKey }, answer('https'));
  const port = await listen(secure, options.port ?? 0);
  const clear = options.http ? createHttpServer(answer('http')) : undefined;
  const httpPort = clear && (await listen(clear, 0));
  const portlessOrigin = `https://${hosts[0]}`;

  return {
    origin: port === 443 ? portlessOrigin : `${portlessOrigin}:${port}`,
    portlessOrigin,
    port,
    httpPort,
    spki,
    certificate,
    resolverRules: hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(', '),
    requests,
    loot,
    portals,
    users: accounts.states,
    user: accounts.state,
    addUser: accounts.add,
    unlock: accounts.unlock,
    resetTwoFactor: accounts.resetTwoFactor,
    setClock: (offsetMs) => {
      offset = offsetMs;
    },
    setVariant: (next) => {
      variant = next;
    },
    close: async () => {
      await Promise.all([stop(secure), clear && stop(clear)]);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
