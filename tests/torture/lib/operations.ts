import type { PageProtocol } from '../../../utils/messaging/protocol';
import type { Input, Name } from '../../../utils/messaging/wire';
import { keyUri, randomFacts, randomNames, randomOrigin } from './facts.ts';
import type { Held, Journal } from './journal.ts';
import type { Random } from './random.ts';

/** One write: what is asked, and what the vault must hold once it is done. It is done whole or not at all. */
export interface Operation {
  readonly kind: string;
  readonly name: Name<PageProtocol>;
  readonly input: unknown;
  readonly changes: readonly Held[];
  /** The password that opens the vault from then on. */
  readonly password?: string;
  /** Hears what was answered. */
  readonly told?: (value: unknown) => void;
}

type Maker = (journal: Journal, random: Random) => Operation | null;
export type Kind =
  | 'add'
  | 'replace'
  | 'edit'
  | 'bind'
  | 'unbind'
  | 'remove'
  | 'restore'
  | 'import50'
  | 'import500'
  | 'password'
  | 'recover'
  | 'renew'
  | 'confirm'
  | 'rotate'
  | 'rename'
  | 'purge';
export type Mix = Partial<Record<Kind, number>>;

/** Every kind of write, as often as it is asked for among a hundred or so. */
export const ALL_KINDS: Mix = {
  add: 30,
  replace: 6,
  edit: 20,
  bind: 6,
  unbind: 4,
  remove: 12,
  restore: 8,
  import50: 3,
  import500: 0.7,
  password: 2,
  recover: 0.5,
  renew: 0.5,
  rotate: 1,
  rename: 1,
  purge: 2,
};

const MAKERS: Record<Kind, Maker> = {
  add(journal, random) {
    const facts = randomFacts(journal.nextSerial(), random);
    const input = {
      keyUri: keyUri(facts),
      origin: facts.origins[0] ?? null,
      tabId: null,
      same: 'ask',
    } as const;
    return operation('add', 'accounts/add', input, [{ facts, id: null, removed: false }]);
  },
  /** The old one goes and the new one of its name comes, in one step, with the sites and wishes of the old. */
  replace(journal, random) {
    const old = journal.pickHeld(random, (held) => !held.removed);
    if (!old) return null;
    const { serial, issuer, account, origins, fillsItself, submits } = old.facts;
    const facts = { ...randomFacts(serial, random), issuer, account, origins, fillsItself, submits };
    const input = {
      keyUri: keyUri(facts),
      origin: origins[0] ?? null,
      tabId: null,
      same: { replace: old.id },
    };
    return operation('replace', 'accounts/add', input, [{ facts, id: null, removed: false }]);
  },
  edit(journal, random) {
    const held = journal.pickHeld(random, ({ removed }) => !removed);
    if (!held) return null;
    const written = {
      ...randomNames(held.facts.serial, random),
      fillsItself: random.chance(0.5),
      submits: random.chance(0.5),
    };
    const input = { accountId: held.id, ...written };
    return operation('edit', 'accounts/edit', input, [{ ...held, facts: { ...held.facts, ...written } }]);
  },
  bind(journal, random) {
    const held = journal.pickHeld(random, ({ removed, facts }) => !removed && facts.origins.length < 5);
    if (!held) return null;
    const origin = randomOrigin(random);
    const facts = { ...held.facts, origins: [...held.facts.origins, origin] };
    const input = { accountId: held.id, origin, tabId: null };
    return operation('bind', 'accounts/bind', input, [{ ...held, facts }]);
  },
  unbind(journal, random) {
    const held = journal.pickHeld(random, ({ removed, facts }) => !removed && facts.origins.length > 0);
    if (!held) return null;
    const [origin, ...origins] = held.facts.origins;
    const input = { accountId: held.id, origin: origin! };
    return operation('unbind', 'accounts/unbind', input, [{ ...held, facts: { ...held.facts, origins } }]);
  },
  remove(journal, random) {
    const held = journal.pickHeld(random, ({ removed }) => !removed);
    return (
      held && operation('remove', 'accounts/remove', { accountId: held.id }, [{ ...held, removed: true }])
    );
  },
  restore(journal, random) {
    const held = journal.pickHeld(random, ({ removed, purged }) => removed && !purged);
    return (
      held && operation('restore', 'accounts/restore', { accountId: held.id }, [{ ...held, removed: false }])
    );
  },
  import50: (journal, random) => importOf(50, 'import50', journal, random),
  import500: (journal, random) => importOf(500, 'import500', journal, random),
  password(journal, random) {
    if (journal.isKeyUnsure()) return null;
    const [password, next] = [journal.password, newPassword(random)];
    const input = { password, newPassword: next };
    return { ...operation('password', 'vault/change-password', input, []), password: next };
  },
  recover(journal, random) {
    const { recoveryKey } = journal;
    if (recoveryKey === null || journal.isKeyUnsure()) return null;
    const password = newPassword(random);
    return { ...operation('recover', 'vault/recover', { recoveryKey, password }, []), password };
  },
  rotate(journal, random) {
    if (journal.isKeyUnsure()) return null;
    const [password, next] = [journal.password, newPassword(random)];
    return { ...operation('rotate', 'vault/rotate', { password, newPassword: next }, []), password: next };
  },
  renew: (journal) =>
    journal.isKeyUnsure() ? null : operation('renew', 'vault/renew-recovery-key', undefined, []),
  confirm: () => operation('confirm', 'vault/confirm-recovery-key', undefined, []),
  rename: (_, random) => operation('rename', 'vault/rename', { nickname: `Room ${random.int(1, 99)}` }, []),
  purge(journal, random) {
    const held = journal.pickHeld(random, ({ removed, purged }) => removed && !purged);
    if (!held) return null;
    return operation('purge', 'accounts/purge', { accountId: held.id }, [{ ...held, purged: true }]);
  },
};

export function chooseOperation(journal: Journal, random: Random, mix: Mix = ALL_KINDS): Operation {
  const shares = Object.entries(mix) as [Kind, number][];
  let left = random.real() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share] of shares) {
    left -= share;
    if (left < 0) return makeOperation(kind, journal, random) ?? makeOperation('add', journal, random)!;
  }
  throw new Error('a mix without kinds');
}

/** Null where there is nothing yet that it could be done to. */
export function makeOperation(kind: Kind, journal: Journal, random: Random): Operation | null {
  return MAKERS[kind](journal, random);
}

export function newPassword(random: Random): string {
  return `seven teal buses ${random.int(1, 1e9)}`;
}

function importOf(count: number, kind: Kind, journal: Journal, random: Random): Operation {
  const all = Array.from({ length: count }, () => ({
    ...randomFacts(journal.nextSerial(), random),
    origins: [],
  }));
  const changes = all.map((facts) => ({ facts, id: null, removed: false }));
  return operation(kind, 'accounts/add-all', { keyUris: all.map(keyUri) }, changes);
}

export function operation<N extends Name<PageProtocol>>(
  kind: string,
  name: N,
  input: Input<PageProtocol, N>[0],
  changes: readonly Held[],
): Operation {
  return { kind, name, input, changes };
}
