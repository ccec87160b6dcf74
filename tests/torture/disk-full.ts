import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { startLanyard } from './lib/chromium.ts';
import { type Desk, requireValue } from './lib/desk.ts';
import { createJournal, type Finding, type Journal } from './lib/journal.ts';
import { chooseOperation, type Mix, makeOperation, newPassword } from './lib/operations.ts';
import type { Random } from './lib/random.ts';
import { reopen, unlock } from './lib/reopen.ts';
import { createProgress, createTally, type Report } from './lib/report.ts';
import { tryWrite, write } from './lib/write.ts';

const DISK_MIB = 64;
const WRITES = 25;

const MIX: Mix = {
  add: 30,
  replace: 6,
  edit: 20,
  bind: 6,
  remove: 12,
  restore: 8,
  import50: 10,
  password: 3,
};

export interface DiskFullPlan {
  readonly disks: number;
  /** So many findings are enough. */
  readonly patience: number;
  readonly random: Random;
  readonly build: string;
  readonly folder: string;
}

/**
 * A profile on a small disk that is filled to the brim, or nearly, while the vault is open. Every write is either
 * acknowledged and there later, or clearly refused; what was there before stays. Then the browser is closed or killed,
 * room is made, before or after it is opened again, and writing goes on.
 */
export async function runDiskFull({ disks, patience, random, build, folder }: DiskFullPlan): Promise<Report> {
  const tally = createTally();
  const findings: Finding[] = [];
  const progress = createProgress('disk full', disks);
  let taken = 0;

  async function takeDisk(name: string): Promise<void> {
    const chance = random.fork(name);
    const profile = path.join(folder, name);
    if (!mount(profile)) return tally.add('skipped, mounting is not allowed');
    const found: Finding[] = [];
    try {
      await live(profile, chance, found);
    } catch (error) {
      found.push({ what: 'hung', detail: String(error) });
    } finally {
      execFileSync('umount', ['--lazy', profile]);
      rmSync(`${profile}.tmp`, { recursive: true, force: true });
    }
    findings.push(...found.map((one) => ({ ...one, detail: `${name}: ${one.detail}` })));
  }

  async function live(profile: string, chance: Random, found: Finding[]): Promise<void> {
    const lanyard = await startLanyard(build, profile);
    const desk = await lanyard.openDesk();
    const password = newPassword(chance);
    const { recoveryKey } = requireValue(await desk.ask('vault/create', { password }), 'vault/create');
    const journal = createJournal(password, recoveryKey);
    for (let count = 0; count < 12; count++)
      await write(desk, journal, makeOperation('add', journal, chance)!, found);
    const filling = fill(profile, chance.int(0, 128) * 1024);
    await writeOnFull(desk, journal, chance, found);
    if (chance.chance(0.5)) await lanyard.kill();
    else await lanyard.close();
    tally.add('disks filled');

    const roomFirst = chance.chance(0.7);
    if (roomFirst) rmSync(filling);
    else await lookWhileFull(profile, journal, found);
    rmSync(filling, { force: true });
    const again = await startLanyard(build, profile);
    const desk2 = await again.openDesk();
    const { done, findings: compared } = await reopen(desk2, journal);
    tally.add('refused or cut off, and there', done);
    found.push(...compared);
    if (compared.length === 0)
      for (let count = 0; count < 3; count++) {
        const came = await tryWrite(desk2, journal, makeOperation('add', journal, chance)!, found);
        tally.add(`with room again ${came}`);
      }
    await again.close();
  }

  /** A browser that cannot write may not even read; it must not say that there never was a vault. */
  async function lookWhileFull(profile: string, journal: Journal, found: Finding[]): Promise<void> {
    const lanyard = await startLanyard(build, profile);
    const desk = await lanyard.openDesk();
    const { status } = requireValue(await desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
    if (status === 'none')
      found.push({ what: 'shut', detail: 'the first-run screen while the disk is full' });
    let opened: string = status;
    for (const password of journal.passwords())
      if (opened !== 'open' && status === 'locked') opened = await unlock(desk, password);
    tally.add(`opened while still full: ${opened}`);
    await lanyard.close();
  }

  async function writeOnFull(desk: Desk, journal: Journal, chance: Random, found: Finding[]): Promise<void> {
    for (let count = 0; count < WRITES; count++) {
      const came = await tryWrite(desk, journal, chooseOperation(journal, chance, MIX), found);
      tally.add(`on the full disk ${came}`);
      if (came === 'silent') return;
    }
  }

  for (; taken < disks && findings.length < patience; taken++) {
    await takeDisk(`disk-${taken}`);
    progress.tell(taken, findings);
  }
  const skipped = tally.of('skipped, mounting is not allowed') > 0;
  return {
    campaign: 'Disk full',
    cases: tally.of('disks filled'),
    figures: { disks: taken, ...tally.figures(), seconds: progress.seconds() },
    findings,
    skipped,
    weakness:
      skipped || tally.of('on the full disk refused') > 0
        ? null
        : 'no write was refused: the disk was not full',
  };
}

function mount(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file that leaves no more than this (bytes); returns its name. */
function fill(disk: string, room: number): string {
  const file = path.join(disk, 'filling');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(64 * 1024, 1);
  try {
    for (;;) writeSync(handle, block);
  } catch {} // no space is left
  closeSync(handle);
  const { bsize, bfree } = statfsSync(disk);
  truncateSync(file, statSync(file).size - Math.max(0, room - bsize * bfree));
  return file;
}
