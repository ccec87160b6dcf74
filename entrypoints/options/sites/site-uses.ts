import type { AccountSummary } from '../../../utils/messaging/views';

type User = Pick<AccountSummary, 'id' | 'issuer' | 'account' | 'origins' | 'fillsItself'>;

/** One host, and what may be done there. */
export interface SiteUse {
  /** Without a port: the browser grants a host with all of its ports. */
  readonly host: string;
  /** Lanyard runs there by itself. */
  readonly isGranted: boolean;
  /** Accounts whose codes go in after a login that was started there. */
  readonly byThemselves: readonly User[];
  /** Accounts whose codes go in on a click, a key or a command only. */
  readonly onClick: readonly User[];
}

/** All hosts that were granted or that an account is used on, by name. @param granted origins, as the browser lists them */
export function siteUses(granted: readonly string[], accounts: readonly User[]): SiteUse[] {
  const users = new Map<string, User[]>(granted.map((origin) => [hostnameOf(origin), []]));
  const isGranted = new Set(users.keys());
  for (const account of accounts)
    for (const host of new Set(account.origins.map(hostnameOf)))
      users
        .set(host, users.get(host) ?? [])
        .get(host)!
        .push(account);
  return [...users.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([host, here]) => {
      const fills = ({ fillsItself }: User) => isGranted.has(host) && fillsItself;
      return {
        host,
        isGranted: isGranted.has(host),
        byThemselves: here.filter(fills),
        onClick: here.filter((account) => !fills(account)),
      };
    });
}

function hostnameOf(origin: string): string {
  return new URL(origin).hostname;
}
