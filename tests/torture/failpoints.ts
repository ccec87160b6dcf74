import path from 'node:path';
import { type Lanyard, startLanyard } from './lib/chromium.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import { chooseSome, type Failpoint, placesToStop, stopAt, trace } from './lib/failpoint-worker.ts';
import { createFlow, type Flow } from './lib/flows.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { newPassword } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { look } from './lib/reopen.ts';
import { createProgress, createTally, type Report } from './lib/report.ts';
import type { SpecialFlow } from './lib/special-flows.ts';
import { write } from './lib/write.ts';

export interface FailpointsPlan {
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  /** With a failpoint before every `await`. */
  readonly build: string;
  readonly folder: string;
  readonly flows: readonly Flow[];
  /** At most so many in a flow, chosen by chance; all where it is not said. */
  readonly stops?: number;
}

/**
 * Every `await` that a mutating flow passes: the worker stops there for ever and is killed. The vault must then be as
 * it was before or as it was to become.
 */
export async function runFailpoints({
  lanes,
  patience,
  random,
  build,
  folder,
  flows,
  stops = Number.POSITIVE_INFINITY,
}: FailpointsPlan): Promise<Report> {
  const tally = createTally();
  const findings: Finding[] = [];
  const progress = createProgress('failpoints', flows.length);
  const left = [...flows];
  const places = new Set<string>();

  async function openVault(flow: Flow, chance: Random) {
    const lanyard = await startLanyard(build, path.join(folder, flow));
    const desk = await lanyard.openDesk();
    const password = newPassword(chance);
    const { recoveryKey } = requireValue(await desk.ask('vault/create', { password }), 'vault/create');
    return { lanyard, desk, journal: createJournal(password, recoveryKey) };
  }

  async function run(flow: Flow): Promise<void> {
    const chance = random.fork(flow);
    const { lanyard, desk, journal } = await openVault(flow, chance);
    const before = findings.length;
    const steps = createFlow(flow, desk, journal, chance, findings);
    await steps.prepare();

    const passed = await trace(await freshWorker(lanyard, desk), () =>
      write(desk, journal, steps.next(), findings),
    );
    await judge(desk, journal, steps, `${flow}, undisturbed`);
    for (const { place } of passed) places.add(place);
    tally.add('awaits passed', passed.length);
    for (const failpoint of chooseSome(placesToStop(passed, chance), stops, chance)) {
      await steps.prepare();
      await stop(lanyard, desk, journal, failpoint, steps);
      if (findings.length > before) break;
    }
    await lanyard.close();
  }

  async function stop(
    lanyard: Lanyard,
    desk: Desk,
    journal: Journal,
    failpoint: Failpoint,
    steps: SpecialFlow,
  ): Promise<void> {
    const operation = steps.next();
    const stopped = await stopAt(await freshWorker(lanyard, desk), failpoint);
    const written = write(desk, journal, operation, findings);
    const answered = await Promise.race([stopped().then(() => false), written]);
    tally.add(answered ? 'not come to this time' : 'stopped at');
    await lanyard.killWorker();
    await written;
    const done = await judge(desk, journal, steps, `${operation.kind} at ${failpoint.place}`);
    tally.add(done > 0 ? 'found new' : 'found old');
  }

  /** How many of the unacknowledged writes are there. */
  async function judge(desk: Desk, journal: Journal, steps: SpecialFlow, where: string): Promise<number> {
    const first = (await steps.before?.()) ?? [];
    const { done, findings: found } = await look(desk, journal);
    const last = (await steps.after?.()) ?? [];
    findings.push(
      ...[...first, ...found, ...last].map(({ what, detail }) => ({ what, detail: `${where}: ${detail}` })),
    );
    return done;
  }

  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let flow = left.shift(); flow && findings.length < patience; flow = left.shift()) {
        await run(flow);
        progress.tell(flows.length - left.length, findings);
      }
    }),
  );
  return {
    campaign: 'Stopped at every await',
    cases: tally.of('stopped at'),
    figures: {
      flows: flows.length,
      ...tally.figures(),
      'lines with an await': places.size,
      seconds: progress.seconds(),
    },
    findings,
    weakness: tally.of('stopped at') === 0 ? 'no failpoint was passed' : null,
  };
}

/** A worker that has just begun and knows nothing yet. */
async function freshWorker(lanyard: Lanyard, desk: Desk) {
  await lanyard.killWorker();
  await desk.send('nobody/answers', null);
  return lanyard.openWorker();
}
