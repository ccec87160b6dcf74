import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Lanyard, startLanyard } from './lib/chromium.ts';
import { damage, STORES } from './lib/damage.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import type { Finding, Journal } from './lib/journal.ts';
import { makeOperation } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { compare, unlock } from './lib/reopen.ts';
import { createProgress, createTally, losses, type Report } from './lib/report.ts';
import { judgeRuin, readKept } from './lib/ruin.ts';
import { copyTemplate, makeTemplates, TEMPLATES } from './lib/template.ts';
import { tryWrite } from './lib/write.ts';

export interface FaultsPlan {
  readonly faults: number;
  /** Both stores each time, not one. */
  readonly double: boolean;
  /** On one kind of profile, not on all there are. */
  readonly quick?: boolean;
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  readonly build: string;
  readonly folder: string;
}

/**
 * A file of a store damaged while the browser is closed. After one fault everything must be there; after one in each
 * store everything, or an honest word that it is not and nothing overwritten. "No vault" is never said.
 */
export async function runFaults(plan: FaultsPlan): Promise<Report> {
  const { faults, double, quick = false, lanes, patience, random, build, folder } = plan;
  const tally = createTally();
  const accidents = createTally();
  const findings: Finding[] = [];
  const progress = createProgress(double ? 'double faults' : 'faults', faults);
  const templates = await makeTemplates(quick ? ['tables'] : TEMPLATES, build, folder, random);
  let planned = 0;

  async function takeCase(name: string): Promise<void> {
    const chance = random.fork(name);
    const template = chance.pick(templates);
    const profile = path.join(folder, name);
    const journal = copyTemplate(template, profile);
    const stores = double ? STORES : [chance.pick(STORES)];
    const damages = stores.map((store) => damage(profile, template.id, store, chance));
    for (const { store, how } of damages) accidents.add(`${store} ${how}`);
    const found: Finding[] = [];
    await live(profile, journal, chance, found).catch((error) =>
      found.push({ what: 'hung', detail: error.message }),
    );
    const what = [template.name, ...damages.map(({ store, how, where }) => `${store} ${how} (${where})`)];
    findings.push(...found.map((one) => ({ ...one, detail: `${name}, ${what.join(', ')}: ${one.detail}` })));
    if (found.length > 0) return;
    for (const each of [profile, `${profile}.tmp`])
      rmSync(each, { recursive: true, force: true, maxRetries: 5 });
  }

  async function live(profile: string, journal: Journal, chance: Random, found: Finding[]): Promise<void> {
    const lanyard = await startLanyard(build, profile);
    const desk = await lanyard.openDesk();
    const before = double ? await readKept(desk) : null;
    const opened = await open(desk, journal, found);
    if (opened === 'ruined') {
      if (before) found.push(...(await judgeRuin(lanyard, desk, journal, before, () => start(profile))));
      else found.push({ what: 'shut', detail: 'it says it is damaged' });
      return;
    }
    if (found.length === 0) await goOn(lanyard, desk, profile, journal, chance, found);
    else await lanyard.close();
  }

  async function start(profile: string): Promise<{ lanyard: Lanyard; desk: Desk }> {
    const lanyard = await startLanyard(build, profile);
    return { lanyard, desk: await lanyard.openDesk() };
  }

  /** The first look after the damage. */
  async function open(desk: Desk, journal: Journal, found: Finding[]): Promise<'open' | 'ruined'> {
    const { status } = requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
    if (status === 'none') found.push({ what: 'shut', detail: 'the first-run screen' });
    if (status === 'none') return 'open';
    const answer = status === 'damaged' ? 'damaged' : await unlock(desk, journal.password);
    if (answer === 'damaged') {
      tally.add(status === 'damaged' ? 'said to be damaged' : 'said to be damaged when unlocked');
      return 'ruined';
    }
    if (answer !== 'open') found.push({ what: 'shut', detail: answer });
    else await judge(desk, journal, found);
    return 'open';
  }

  async function judge(desk: Desk, journal: Journal, found: Finding[]): Promise<void> {
    const { findings: compared } = await compare(desk, journal);
    const { repair, damagedRecords } = requireValue(
      await desk.ask('vault/snapshot', { tabId: null }),
      'vault/snapshot',
    );
    // Where both stores are spoilt, what is said to be gone may be gone.
    if (double && compared.length > 0 && damagedRecords > 0) tally.add('accounts said to be damaged');
    else if (double && compared.length > 0 && repair) tally.add('an earlier state, said to be repaired');
    else if (compared.length > 0) found.push(...compared);
    else tally.add(repair ? `all back, repaired: ${repair.what.join(' and ')}` : 'all back, nothing to say');
  }

  /** Life after the damage: what is saved from now on stays, and there is no second alarm. */
  async function goOn(
    lanyard: Lanyard,
    desk: Desk,
    profile: string,
    journal: Journal,
    chance: Random,
    found: Finding[],
  ): Promise<void> {
    const spoilt = (await compare(desk, journal)).findings.length > 0;
    await desk.ask('vault/dismiss-repair', undefined);
    const came = await tryWrite(desk, journal, makeOperation('add', journal, chance)!, found);
    tally.add(`a further write ${came}`);
    await lanyard.close();
    if (spoilt || !chance.chance(0.25)) return;
    const again = await start(profile);
    tally.add('opened once more');
    const answer = await unlock(again.desk, journal.password);
    if (answer !== 'open') found.push({ what: 'shut', detail: `once more: ${answer}` });
    else {
      const { findings: compared } = await compare(again.desk, journal);
      found.push(...compared.map((one) => ({ ...one, detail: `once more: ${one.detail}` })));
      const { repair } = requireValue(
        await again.desk.ask('vault/snapshot', { tabId: null }),
        'vault/snapshot',
      );
      if (repair) tally.add(`repaired once more: ${repair.what.join(' and ')}`);
    }
    await again.lanyard.close();
  }

  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (planned < faults && losses(findings) < patience) {
        await takeCase(`case-${planned++}`);
        progress.tell(planned, findings);
      }
    }),
  );
  return {
    campaign: double ? 'Both stores damaged' : 'One store damaged',
    cases: planned,
    figures: {
      cases: planned,
      ...tally.figures(),
      accidents: accidents.line(),
      seconds: progress.seconds(),
    },
    findings,
    weakness: planned > 0 ? null : 'no case was taken',
  };
}
