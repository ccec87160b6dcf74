import { type Desk, requireValue } from './desk.ts';
import type { Finding, Journal } from './journal.ts';
import { type Kind, makeOperation, type Operation, operation } from './operations.ts';
import type { Random } from './random.ts';
import { SPECIAL_FLOWS, type SpecialFlow } from './special-flows.ts';
import { write } from './write.ts';

/** Kinds of write, and what else must not lose anything. */
export const FLOWS = [
  'add',
  'replace',
  'edit',
  'bind',
  'unbind',
  'remove',
  'restore',
  'purge',
  'import50',
  'password',
  'recover',
  'rotate',
  'renew',
  'confirm',
  'rename',
  'lock',
  'unlock',
  'create-beside',
  'passkey',
  'restore-backup',
  'copy-hotp',
] as const satisfies readonly (Kind | 'lock' | 'unlock' | keyof typeof SPECIAL_FLOWS)[];

export type Flow = (typeof FLOWS)[number];

/** What a flow needs before it can be gone through. */
const NEEDS: Partial<Record<Flow, Kind>> = {
  restore: 'remove',
  purge: 'remove',
  unbind: 'bind',
  recover: 'renew',
};

export function createFlow(
  flow: Flow,
  desk: Desk,
  journal: Journal,
  random: Random,
  findings: Finding[],
): SpecialFlow {
  const special = flow in SPECIAL_FLOWS ? SPECIAL_FLOWS[flow as keyof typeof SPECIAL_FLOWS] : null;
  const steps = special?.(desk, journal, random);
  const make = (): Operation | null => {
    if (steps) return steps.next();
    if (flow === 'lock') return operation('lock', 'vault/lock', undefined, []);
    const { password } = journal;
    if (flow === 'unlock') return operation('unlock', 'vault/unlock', { password, tabId: null }, []);
    return makeOperation(flow as Kind, journal, random);
  };
  const once = (kind: Kind) => {
    const prepared = makeOperation(kind, journal, random) ?? makeOperation('add', journal, random)!;
    return write(desk, journal, prepared, findings);
  };

  return {
    /** A vault of a few accounts, and one that this can be done to. */
    async prepare(): Promise<void> {
      while (journal.size < 6) await once('add');
      if (steps) return steps.prepare();
      for (let tries = 0; !make(); tries++) {
        if (tries > 9) throw new Error(`nothing to ${flow}`);
        await once(tries % 2 === 0 ? (NEEDS[flow] ?? 'add') : 'add');
      }
      if (flow === 'unlock') requireValue(await desk.ask('vault/lock', undefined), 'vault/lock');
    },
    next: (): Operation => make()!,
    ...(steps?.before && { before: steps.before }),
    ...(steps?.after && { after: steps.after }),
  };
}
