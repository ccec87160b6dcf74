import path from 'node:path';
import { startLanyard } from './lib/chromium.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { raceForTheKey } from './lib/key-race.ts';
import { chooseOperation, type Mix, newPassword } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { compare, reopen } from './lib/reopen.ts';
import { createProgress, createTally, type Report } from './lib/report.ts';
import { write } from './lib/write.ts';

const PAGES = 2;
/** Asked by each page at the same time. */
const IN_FLIGHT = 3;
const BETWEEN_LOOKS = 100;
/** A browser is left behind after so many, so that its vault stays small. */
const MOST_WRITES = 1000;

const MIX: Mix = {
  add: 24,
  replace: 8,
  edit: 22,
  bind: 8,
  unbind: 6,
  remove: 18,
  restore: 8,
  import50: 0.5,
  password: 1,
  rename: 1,
  confirm: 1,
  purge: 4,
};

export interface WritersPlan {
  readonly writes: number;
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  readonly build: string;
  readonly folder: string;
}

/**
 * Two pages that ask for several writes at once, of the one worker. What was acknowledged must be there, whoever wrote
 * meanwhile; and none is refused, since no two are about the same account.
 */
export async function runWriters({
  writes,
  lanes,
  patience,
  random,
  build,
  folder,
}: WritersPlan): Promise<Report> {
  const tally = createTally();
  const kinds = createTally();
  const findings: Finding[] = [];
  const progress = createProgress('writers', writes);
  let planned = 0;
  let most = 0;

  async function live(name: string): Promise<void> {
    const chance = random.fork(name);
    const profile = path.join(folder, name);
    const lanyard = await startLanyard(build, profile);
    const desks = await Promise.all(Array.from({ length: PAGES }, () => lanyard.openDesk()));
    const password = newPassword(chance);
    const { recoveryKey } = requireValue(await desks[0]!.ask('vault/create', { password }), 'vault/create');
    const journal = createJournal(password, recoveryKey);
    const before = findings.length;
    let here = 0;
    while (here < MOST_WRITES && planned < writes && findings.length === before) {
      const batch = Math.min(BETWEEN_LOOKS, writes - planned);
      planned += batch;
      here += batch;
      await writeTogether(desks, journal, chance, batch);
      findings.push(...(await compare(desks[0]!, journal)).findings);
      if (findings.length === before) await race(desks, journal, chance);
      progress.tell(planned, findings);
    }
    tally.add('writes acknowledged', journal.acknowledged);
    await lanyard.close();
    if (findings.length > before) return;
    const again = await startLanyard(build, profile);
    findings.push(...(await reopen(await again.openDesk(), journal)).findings);
    await again.close();
    tally.add('opened again');
  }

  async function writeTogether(desks: Desk[], journal: Journal, chance: Random, batch: number) {
    let left = batch;
    const writer = async (desk: Desk) => {
      while (left-- > 0) {
        const operation = chooseOperation(journal, chance, MIX);
        kinds.add(operation.kind);
        const written = write(desk, journal, operation, findings);
        most = Math.max(most, journal.pending.size);
        await written;
      }
    };
    await Promise.all(desks.flatMap((desk) => Array.from({ length: IN_FLIGHT }, () => writer(desk))));
  }

  async function race(desks: Desk[], journal: Journal, chance: Random): Promise<void> {
    const { line, findings: found } = await raceForTheKey(desks, journal, chance);
    tally.add(`at once: ${line}`);
    findings.push(...found);
  }

  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let life = 0; planned < writes && findings.length < patience; life++)
        await live(`${lane}-${life}`);
    }),
  );
  return {
    campaign: 'Two pages writing at once',
    cases: planned,
    figures: {
      'most asked at the same time': most,
      ...tally.figures(),
      'writes of which': kinds.line(),
      seconds: progress.seconds(),
    },
    findings,
    weakness: most < PAGES * IN_FLIGHT ? 'they did not write at once' : null,
  };
}
