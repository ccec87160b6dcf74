import type { AccountSummary, CodeView, TrashedAccount, VaultSnapshot } from '../../../utils/messaging/views';
import { type Facts, hasRightCodes, serialOf } from './facts.ts';
import type { Operation } from './operations.ts';
import type { Random } from './random.ts';

/** What the vault holds of one serial; the id is known once it was told or seen. */
export interface Held {
  readonly facts: Facts;
  readonly id: string | null;
  readonly removed: boolean;
  /** Gone from the trash too. */
  readonly purged?: boolean;
}

/** Something that must never be. `lost` and `came back` are of whole writes; `torn` is neither old nor new. */
export interface Finding {
  readonly what: 'lost' | 'torn' | 'came back' | 'shut' | 'refused' | 'hung';
  readonly detail: string;
}

/** A vault as our pages see it, by serial and, in the trash, by id. */
interface Sight {
  readonly accounts: ReadonlyMap<number, Seen>;
  readonly trash: ReadonlyMap<string, TrashedAccount>;
  readonly now: number;
}

interface Seen {
  readonly summary: AccountSummary;
  readonly view: CodeView | undefined;
}

export type Journal = ReturnType<typeof createJournal>;

/**
 * Kept outside the browser: every write that was asked, and whether "Saved" was said. From it follows what a vault
 * that is opened again must hold: all that was acknowledged; of the rest, each write wholly or not at all.
 */
export function createJournal(password: string, recoveryKey: string | null, known: readonly Held[] = []) {
  const held = new Map(known.map((one) => [one.facts.serial, one]));
  const earlier = new Map<number, Held[]>();
  const pending = new Set<Operation>();
  let lastSerial = Math.max(0, ...held.keys());
  let acknowledged = 0;

  function take(changes: readonly Held[]): void {
    for (const change of changes) {
      const { serial } = change.facts;
      const before = held.get(serial);
      if (before) earlier.set(serial, [...(earlier.get(serial) ?? []), before]);
      held.set(serial, change);
    }
  }

  /** Which of the unacknowledged writes are there. One that is not may be `late`: then it is asked once more later. */
  function settle(sight: Sight, late: boolean): { done: number; torn: Finding[] } {
    const torn: Finding[] = [];
    let done = 0;
    for (const operation of pending) {
      const { kind, changes } = operation;
      if (operation.password !== undefined) continue; // which one opens says it
      const news = changes.filter((change) => isThere(change, change, sight)).length;
      const olds = changes.filter((change) => isThere(held.get(change.facts.serial), change, sight)).length;
      if (news === changes.length) {
        take(changes);
        done++;
      } else if (olds !== changes.length) {
        torn.push({ what: 'torn', detail: `${kind}: ${olds} old and ${news} new of ${changes.length}` });
      } else if (late) continue;
      pending.delete(operation);
    }
    return { done, torn };
  }

  return {
    password,
    /** Opened the vault before this one did, and must not any more. */
    formerPassword: null as string | null,
    recoveryKey,
    get pending(): ReadonlySet<Operation> {
      return pending;
    },
    get acknowledged() {
      return acknowledged;
    },
    get size() {
      return held.size;
    },
    /** All that is known to be held, for a copy of the profile that goes its own way. */
    get known(): readonly Held[] {
      return [...held.values()];
    },
    nextSerial: () => ++lastSerial,

    /** One that nothing is being done to, and whose id is known. */
    pickHeld(random: Random, fits: (held: Held) => boolean): (Held & { id: string }) | null {
      const busy = new Set([...pending].flatMap(({ changes }) => changes.map(({ facts }) => facts.serial)));
      const free = [...held.values()].filter(
        (one): one is Held & { id: string } => one.id !== null && !busy.has(one.facts.serial) && fits(one),
      );
      return free.length > 0 ? random.pick(free) : null;
    },

    ask: (operation: Operation) => void pending.add(operation),

    acknowledge(operation: Operation, value: unknown): void {
      acknowledged++;
      pending.delete(operation);
      operation.told?.(value);
      const id = (value as { accountId?: string } | null)?.accountId ?? null;
      take(operation.changes.map((change) => ({ ...change, id: change.id ?? id })));
      if (operation.password !== undefined) this.setPassword(operation.password);
      const recoveryKey = (value as { recoveryKey?: string } | null)?.recoveryKey;
      if (recoveryKey !== undefined) this.recoveryKey = recoveryKey;
    },

    /** It was answered that nothing was saved. */
    refuse: (operation: Operation) => void pending.delete(operation),

    setPassword(password: string): void {
      this.formerPassword = this.password;
      this.password = password;
    },

    /** Those that may open the vault now, the likelier first. */
    passwords(): string[] {
      const asked = [...pending].flatMap(({ password }) => password ?? []);
      return [...asked, this.password];
    },

    /** A change of what opens the vault is asked, and whether it was made is not known. */
    isKeyUnsure: () => [...pending].some((operation) => operation.password !== undefined),

    /** Settles a change of the password that was asked and not acknowledged; true where it was made. */
    openedWith(password: string, late = false): boolean {
      for (const operation of pending) {
        if (operation.password === undefined || (late && operation.password !== password)) continue;
        pending.delete(operation);
        if (operation.password !== password) continue;
        this.setPassword(password);
        if (operation.kind !== 'password') this.recoveryKey = null; // the new one was never told
        return true;
      }
      return false;
    },

    /** Compares the whole vault. `done`: unacknowledged writes that are there all the same. */
    check(
      { accounts }: VaultSnapshot,
      codes: readonly CodeView[],
      trashed: readonly TrashedAccount[],
      late = false,
    ): { done: number; findings: Finding[] } {
      const views = new Map(codes.map((view) => [view.accountId, view]));
      const trash = new Map(trashed.map((account) => [account.id, account]));
      const seen = new Map<number, Seen>();
      const findings: Finding[] = [];
      for (const summary of accounts) {
        const serial = serialOf(summary.account);
        if (serial === null)
          findings.push({ what: 'torn', detail: `a name nobody gave: ${summary.account}` });
        else if (seen.has(serial)) findings.push({ what: 'torn', detail: `${serial} is there twice` });
        else seen.set(serial, { summary, view: views.get(summary.id) });
      }
      if ([...pending].some(({ kind }) => kind === 'renew')) this.recoveryKey = null;
      const sight = { accounts: seen, trash, now: Date.now() };
      const { done, torn } = settle(sight, late);
      if (torn.length > 0) return { done, findings: [...findings, ...torn] };
      const unsure = new Set([...pending].flatMap(({ changes }) => changes.map(({ facts }) => facts.serial)));
      for (const [serial, one] of held) {
        if (unsure.has(serial)) continue;
        if (!isThere(one, one, sight)) findings.push(judge(one, earlier.get(serial) ?? [], sight));
        else if (one.id === null) held.set(serial, { ...one, id: seen.get(serial)!.summary.id });
      }
      for (const serial of seen.keys())
        if (!held.has(serial) && !unsure.has(serial))
          findings.push({ what: 'came back', detail: `${serial} was not there a moment ago` });
      return { done, findings };
    },
  };
}

function judge(one: Held, earlier: readonly Held[], sight: Sight): Finding {
  const { serial } = one.facts;
  const seen = sight.accounts.get(serial)?.summary;
  if (earlier.some((old) => isThere(old, one, sight)))
    return one.removed
      ? { what: 'came back', detail: `${serial} was ${one.purged ? 'purged' : 'removed'}` }
      : { what: 'lost', detail: `${serial} is as it was before` };
  if (!seen)
    return { what: 'lost', detail: `${serial} is not there${one.removed ? ', not even in the trash' : ''}` };
  return { what: 'torn', detail: `${serial} is ${JSON.stringify(seen)}` };
}

/** Whether this serial is seen just so: in use, in the trash, or nowhere where it never was or was purged. */
function isThere(held: Held | undefined, { facts: { serial }, id }: Held, sight: Sight): boolean {
  const seen = sight.accounts.get(serial);
  const trashed = sight.trash.get(held?.id ?? id ?? '');
  if (!held) return !seen && !trashed;
  if (held.removed) return !seen && (held.purged ? !trashed : !!trashed && fits(held, trashed));
  if (!seen || trashed || !fits(held, seen.summary)) return false;
  if (held.facts.counter !== undefined) return !seen.view;
  return !!seen.view && hasRightCodes(held.facts, seen.view, sight.now);
}

function fits({ facts, id }: Held, summary: AccountSummary): boolean {
  return (
    (id === null || id === summary.id) &&
    summary.kind === (facts.counter === undefined ? 'totp' : 'hotp') &&
    facts.issuer === summary.issuer &&
    facts.account === summary.account &&
    facts.fillsItself === summary.fillsItself &&
    facts.submits === summary.submits &&
    facts.algorithm === summary.algorithm &&
    facts.digits === summary.digits &&
    facts.period === summary.period &&
    facts.origins.join() === summary.origins.join()
  );
}
