import path from 'node:path';
import { startLanyard } from './lib/chromium.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { chooseOperation, type Mix, newPassword, type Operation } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { look } from './lib/reopen.ts';
import { createProgress, createTally, type Report } from './lib/report.ts';
import { write } from './lib/write.ts';

/** A browser is left behind after so many, so that its vault stays small. */
const MOST_TURNS = 250;

/** As much comes as goes. */
const MIX: Mix = {
  add: 22,
  replace: 8,
  edit: 20,
  bind: 8,
  unbind: 6,
  remove: 20,
  restore: 10,
  import50: 1,
  password: 2,
  recover: 1,
  renew: 1,
  rotate: 1,
  rename: 1,
  purge: 3,
};

export interface WorkerKillsPlan {
  readonly kills: number;
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  readonly build: string;
  readonly folder: string;
}

/**
 * The worker killed, or the page that asked closed, at a random moment of a write. Then the vault is asked again and
 * compared with the journal.
 */
export async function runWorkerKills({
  kills,
  lanes,
  patience,
  random,
  build,
  folder,
}: WorkerKillsPlan): Promise<Report> {
  const tally = createTally();
  const kinds = createTally();
  const findings: Finding[] = [];
  const progress = createProgress('worker kills', kills);
  const durations = createDurations();
  let planned = 0;

  async function live(name: string): Promise<void> {
    const chance = random.fork(name);
    const lanyard = await startLanyard(build, path.join(folder, name));
    const password = newPassword(chance);
    let desk = await lanyard.openDesk();
    const { recoveryKey } = requireValue(await desk.ask('vault/create', { password }), 'vault/create');
    const journal = createJournal(password, recoveryKey);
    const before = findings.length;

    /** True where the page that asked was closed: what it asked for may still come. */
    async function interrupt(operation: Operation, share: number): Promise<boolean> {
      await sleep(durations.usual(operation) * share);
      const closes = chance.chance(1 / 3);
      tally.add(closes ? 'pages closed' : 'workers killed');
      if (journal.pending.has(operation)) {
        tally.add('of them inside a write');
        kinds.add(operation.kind);
      }
      if (!closes) await lanyard.killWorker();
      else {
        await desk.close();
        desk = await lanyard.openDesk();
      }
      return closes;
    }

    for (let turn = 0; turn < MOST_TURNS && planned < kills && findings.length === before; turn++) {
      planned++;
      await durations.measure(desk, journal, chooseOperation(journal, chance, MIX), findings);
      const operation = chooseOperation(journal, chance, MIX);
      const share = 1.2 * chance.real();
      const [, late] = await Promise.all([
        write(desk, journal, operation, findings),
        interrupt(operation, share),
      ]);
      await judge(desk, journal, late);
      progress.tell(planned, findings);
    }
    await judge(desk, journal, false);
    tally.add('writes acknowledged', journal.acknowledged);
    await lanyard.close();
  }

  async function judge(desk: Desk, journal: Journal, late: boolean): Promise<void> {
    const { done, findings: found } = await look(desk, journal, late);
    tally.add('unacknowledged writes that were there', done);
    findings.push(...found);
  }

  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let life = 0; planned < kills && findings.length < patience; life++) await live(`${lane}-${life}`);
    }),
  );
  const share = tally.of('of them inside a write') / planned;
  return {
    campaign: 'Worker killed, page closed',
    cases: planned,
    figures: {
      ...tally.figures(),
      'share inside a write': `${Math.round(100 * share)} %`,
      'inside which': kinds.line(),
      seconds: progress.seconds(),
    },
    findings,
    weakness: share < 0.2 ? 'fewer than 20 % landed inside a write' : null,
  };
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How long each kind of write takes when nobody disturbs it: the median of the last few. */
function createDurations() {
  const taken = new Map<string, number[]>();
  return {
    usual({ kind }: Operation): number {
      const last = [...(taken.get(kind) ?? [20])].sort((a, b) => a - b);
      return last[last.length >> 1]!;
    },
    async measure(desk: Desk, journal: Journal, operation: Operation, findings: Finding[]): Promise<void> {
      const began = performance.now();
      await write(desk, journal, operation, findings);
      taken.set(operation.kind, [...(taken.get(operation.kind) ?? []), performance.now() - began].slice(-9));
    },
  };
}
