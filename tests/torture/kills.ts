import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Lanyard, startLanyard } from './lib/chromium.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { newPassword } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { reopen } from './lib/reopen.ts';
import { createProgress, createTally, type Report } from './lib/report.ts';
import { writeOn } from './lib/write.ts';

/** A profile is left behind after so many kills or accounts, so that a round stays short. */
const MOST_ROUNDS = 40;
const MOST_ACCOUNTS = 2000;
const LONGEST = 1000;

type Killable = Pick<Lanyard, 'openDesk' | 'close' | 'kill'>;

export interface KillsPlan {
  readonly kills: number;
  /** Browsers at the same time. */
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  readonly build: string;
  /** A folder for profiles; those in which something was found stay there. */
  readonly folder: string;
  readonly start?: (build: string, profile: string) => Promise<Killable>;
}

/**
 * SIGKILL of the whole browser at a random moment of the first second of writing without a pause. Each time the vault
 * is opened again and compared with the journal.
 */
export async function runKills(plan: KillsPlan): Promise<Report> {
  const { kills, lanes, patience, random, build, folder, start = startLanyard } = plan;
  const tally = createTally();
  const kinds = createTally();
  const findings: Finding[] = [];
  const progress = createProgress('kills', kills);
  let planned = 0;

  async function killLater(lanyard: Killable, chance: Random, journal: Journal | null): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, chance.int(0, LONGEST)));
    tally.add('kills');
    const [inside] = journal?.pending ?? [];
    if (inside) tally.add('of them inside a write');
    if (inside) kinds.add(inside.kind);
    await lanyard.kill();
    progress.tell(tally.of('kills'), findings);
  }

  /** Null where the browser was killed before it said that the vault is there. */
  async function create(desk: Desk, password: string): Promise<Journal | null> {
    const answer = await desk.ask('vault/create', { password });
    if ('failure' in answer) findings.push({ what: 'refused', detail: `create: ${answer.failure.code}` });
    return 'value' in answer ? createJournal(password, answer.value.recoveryKey) : null;
  }

  /** A vault that was being made is there, and opens, or is not. */
  async function createUnderFire(profile: string, chance: Random, password: string): Promise<Journal | null> {
    const lanyard = await start(build, profile);
    const desk = await lanyard.openDesk();
    tally.add('of them while a vault was made');
    const [made] = await Promise.all([create(desk, password), killLater(lanyard, chance, null)]);
    return made;
  }

  async function live(name: string): Promise<void> {
    const profile = path.join(folder, name);
    const chance = random.fork(name);
    const before = findings.length;
    const password = newPassword(chance);
    let journal: Journal | null = null;
    if (chance.chance(0.2) && planned < kills) {
      planned++;
      journal = await createUnderFire(profile, chance, password);
    }
    for (let round = 0; ; round++) {
      const lanyard = await start(build, profile);
      const desk = await lanyard.openDesk();
      if (!journal) {
        const { status } = requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
        journal = status === 'locked' ? createJournal(password, null) : await create(desk, password);
      }
      if (!journal) break;
      const { done, findings: found } = await reopen(desk, journal);
      tally.add('unacknowledged writes that were there', done);
      findings.push(...found);
      const enough = round >= MOST_ROUNDS || journal.size > MOST_ACCOUNTS || planned >= kills;
      if (enough || findings.length > before) {
        await lanyard.close();
        break;
      }
      planned++;
      const acknowledged = journal.acknowledged;
      await Promise.all([writeOn(desk, journal, chance, findings), killLater(lanyard, chance, journal)]);
      tally.add('writes acknowledged', journal.acknowledged - acknowledged);
    }
    tally.add('profiles');
    tally.add('accounts at the end', journal?.size ?? 0);
    if (findings.length === before) {
      for (const each of [profile, `${profile}.tmp`])
        rmSync(each, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let life = 0; planned < kills && findings.length < patience; life++) await live(`${lane}-${life}`);
    }),
  );
  const share = tally.of('of them inside a write') / tally.of('kills');
  return {
    campaign: 'Browser killed while writing',
    cases: tally.of('kills'),
    figures: {
      ...tally.figures(),
      'share inside a write': `${Math.round(100 * share)} %`,
      'inside which': kinds.line(),
      seconds: progress.seconds(),
    },
    findings,
    weakness: share < 0.2 ? 'fewer than 20 % of the kills landed inside a write' : null,
  };
}
