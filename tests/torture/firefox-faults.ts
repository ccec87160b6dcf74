import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Desk, requireValue } from './lib/desk.ts';
import { startInFirefox } from './lib/firefox.ts';
import { DOUBLE_FAULTS, type FirefoxFault, SINGLE_FAULTS } from './lib/firefox-faults.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { makeOperation, newPassword } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { compare, unlock } from './lib/reopen.ts';
import { createProgress, createTally, losses, type Report } from './lib/report.ts';
import { tryWrite, write } from './lib/write.ts';

export interface FirefoxFaultsPlan {
  readonly faults: number;
  /** More than one store each time. */
  readonly double: boolean;
  readonly lanes: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  /** An .xpi. */
  readonly build: string;
  readonly folder: string;
}

/** Of a profile, what keeps anything of the extension, and how it came there. */
const KEPT = [
  'addonStartup.json.lz4',
  'compatibility.ini',
  'extension-preferences.json',
  'extension-store',
  'extensions',
  'extensions.json',
  'prefs.js',
  'startupCache',
  'storage',
  'storage.sqlite',
];

/**
 * A file or folder damaged while Firefox is closed; the same accidents in the same order, each at a place of its own.
 * After one everything must be back; after more everything, or an honest word. "No vault" only where nothing is left.
 */
export async function runFirefoxFaults(plan: FirefoxFaultsPlan): Promise<Report> {
  const { faults, double, lanes, patience, random, build, folder } = plan;
  const all = double ? DOUBLE_FAULTS : SINGLE_FAULTS;
  const tally = createTally();
  const findings: Finding[] = [];
  const progress = createProgress(double ? 'double Firefox faults' : 'Firefox faults', faults);
  const template = (name: string) => path.join(folder, name);
  const journals = {
    closed: await makeTemplate(build, template('closed'), false, random),
    killed: await makeTemplate(build, template('killed'), true, random),
  };
  let planned = 0;

  async function takeCase(number: number): Promise<void> {
    const fault = all[number % all.length]!;
    const chance = random.fork(`case-${number}`);
    const profile = path.join(folder, `case-${number}`);
    for (const each of KEPT.filter((name) => existsSync(path.join(template(fault.template), name))))
      cpSync(path.join(template(fault.template), each), path.join(profile, each), { recursive: true });
    const where = fault.befall(profile, chance);
    tally.add(where === null ? 'nothing there to damage' : 'cases');
    const found: Finding[] = [];
    if (where !== null)
      await live(fault, profile, journals[fault.template], chance, found).catch((error) =>
        found.push({ what: 'hung', detail: error.message }),
      );
    findings.push(
      ...found.map((one) => ({ ...one, detail: `case ${number}, ${fault.name} (${where}): ${one.detail}` })),
    );
    if (found.length === 0) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async function live(
    fault: FirefoxFault,
    profile: string,
    original: Journal,
    chance: Random,
    found: Finding[],
  ): Promise<void> {
    const journal = createJournal(original.password, original.recoveryKey, original.known);
    const { firefox, desk, came } = await startAfterFalls(fault, profile, journal, found);
    tally.add(came);
    if (came.startsWith('all back')) {
      await desk.ask('vault/dismiss-repair', undefined);
      tally.add(
        `a further write ${await tryWrite(desk, journal, makeOperation('add', journal, chance)!, found)}`,
      );
    }
    await firefox.close();
    if (found.length > 0 || came === 'the first-run screen') return;
    if (came.startsWith('all back') && !chance.chance(0.25)) return;
    tally.add('opened once more');
    const again = await start(fault, profile, journal, found);
    if (again.came !== 'all back, nothing to say') tally.add(`once more: ${again.came}`);
    await again.firefox.close();
  }

  async function startAfterFalls(fault: FirefoxFault, profile: string, journal: Journal, found: Finding[]) {
    for (let fall = 0; fall < (fault.firefoxFalls ?? 0); fall++) {
      const started = await start(fault, profile, journal, found).catch(() => null);
      if (started) return started;
      tally.add(`Firefox itself fell, started again: ${fault.name}`);
    }
    return start(fault, profile, journal, found);
  }

  async function start(fault: FirefoxFault, profile: string, journal: Journal, found: Finding[]) {
    const firefox = await startInFirefox(build, profile);
    try {
      const desk = await firefox.openDesk();
      return { firefox, desk, came: await open(fault, desk, journal, found) };
    } catch (error) {
      await firefox.close();
      throw error;
    }
  }

  /** A look at the vault as a person takes it, and in words what came of it. */
  async function open(fault: FirefoxFault, desk: Desk, journal: Journal, found: Finding[]): Promise<string> {
    const { status } = requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
    if (status === 'none') {
      if (fault.expected !== 'nothing left') found.push({ what: 'shut', detail: 'the first-run screen' });
      return 'the first-run screen';
    }
    const answer = status === 'damaged' ? 'damaged' : await unlock(desk, journal.password);
    if (answer === 'damaged' && fault.expected === 'back or damaged') {
      const created = await desk.ask('vault/create', { password: journal.password });
      if (!('failure' in created)) found.push({ what: 'lost', detail: 'a new vault was made in its place' });
      return `said to be damaged: ${fault.name}`;
    }
    if (answer !== 'open') {
      found.push({ what: 'shut', detail: answer });
      return answer;
    }
    const { findings: compared } = await compare(desk, journal);
    const { damagedRecords, repair } = requireValue(
      await desk.ask('vault/snapshot', { tabId: null }),
      'vault/snapshot',
    );
    if (compared.length > 0 && fault.expected === 'back or damaged' && (damagedRecords > 0 || repair))
      return `less than all, and said so: ${fault.name}`;
    found.push(...compared);
    return repair ? `all back, repaired: ${repair.what.join(' and ')}` : 'all back, nothing to say';
  }

  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (planned < faults && losses(findings) < patience) {
        await takeCase(planned++);
        progress.tell(planned, findings);
      }
    }),
  );
  return {
    campaign: double ? 'More than one store damaged in Firefox' : 'One store damaged in Firefox',
    cases: tally.of('cases'),
    figures: { ...tally.figures(), seconds: progress.seconds() },
    findings,
    weakness: tally.of('cases') > 0 ? null : 'no case was taken',
  };
}

/** 20 accounts and a few in the trash. */
async function makeTemplate(
  build: string,
  profile: string,
  killed: boolean,
  random: Random,
): Promise<Journal> {
  const firefox = await startInFirefox(build, profile);
  const desk = await firefox.openDesk();
  const password = newPassword(random);
  const { recoveryKey } = requireValue(await desk.ask('vault/create', { password }), 'vault/create');
  const journal = createJournal(password, recoveryKey);
  const findings: Finding[] = [];
  const kinds = [...Array<'add'>(20).fill('add'), 'edit', 'edit', 'remove', 'remove'] as const;
  for (const kind of kinds) await write(desk, journal, makeOperation(kind, journal, random)!, findings);
  if (findings.length > 0) throw new Error(`a template: ${findings[0]!.detail}`);
  await (killed ? firefox.kill() : firefox.close());
  return journal;
}
