import { type Clerk, isCodeOf, pause, seatClerk } from './clerk.ts';
import { type Judgement, judge, type Values } from './judge.ts';
import { type Placement, renderForm } from './render.ts';
import { startSite } from './site.ts';
import type { Form } from './table.ts';

/** A person waits for most of the time, not the machine. */
const BROWSERS = 3;
/** How long a page is left alone before we say that nothing came. It has begun to be looked at before that. */
const QUIET_MS = 600;
/** A step to wait for, and the filling. */
const PATIENCE_MS = 40_000;
const SETS_UP = 'a key to scan';

export interface Job {
  readonly form: Form;
  readonly placement: Placement;
  /** What it comes to by the verdict alone. */
  readonly foreseen: Judgement;
  /** Where nothing came by itself and nothing should, the popup's button is pressed too. */
  readonly byHand: boolean;
}

export interface Driven {
  /** After a login the person sent; beside a key to scan after they saved the account. */
  readonly byItself: Judgement;
  /** After a press on the popup's button; only where no code of ours is wanted. */
  readonly byHand: Judgement | null;
  /** Boxes that were written in. */
  readonly boxes: string;
  /** What the worker knows of the page: no prompt, one that got no code, or how the filling went. */
  readonly told: string;
  /** The same, and the judgement, of a first look that was not as foreseen; empty where there was none. */
  readonly firstLook: string;
}

/** Every page once, in real browsers; in the order of the jobs. */
export async function drive(jobs: readonly Job[]): Promise<Driven[]> {
  const pages = new Map(
    jobs.flatMap(({ form, placement }, number) => [...renderForm(form, placement, `/p/${number}`)]),
  );
  const site = await startSite(pages);
  const results: Driven[] = [];
  const left = [...jobs.keys()];
  const work = async () => {
    let clerk = await seatClerk(site);
    try {
      for (let job = left.shift(); job !== undefined; job = left.shift()) {
        const look = () => driveTwice(clerk, jobs[job!]!, `/p/${job}`);
        results[job] = await look().catch(async (error) => {
          console.error(`${jobs[job!]!.form.id}: ${error}. Once more, in a new browser.`);
          await clerk.close().catch(() => {});
          clerk = await seatClerk(site);
          return look();
        });
        if (left.length % 50 === 0) console.log(`${left.length} pages to go`);
      }
    } finally {
      await clerk.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(BROWSERS, jobs.length) }, work));
  } finally {
    await site.close();
  }
  return results;
}

/** On a busy machine a code may come later than we look, so a second look is given; but for what was filled there is none. */
async function driveTwice(clerk: Clerk, job: Job, path: string): Promise<Driven> {
  const first = await driveOne(clerk, job, path, QUIET_MS);
  if (first.byItself === job.foreseen || !['nothing', 'partial'].includes(first.byItself)) return first;
  const second = await driveOne(clerk, job, path, 5 * QUIET_MS);
  return { ...second, firstLook: `${first.byItself}, ${first.told}` };
}

async function driveOne(clerk: Clerk, { form, placement, byHand }: Job, path: string, quietMs: number) {
  const account = await clerk.logIn(path, placement === 'frame' ? 2 : 1);
  const came = await settle(clerk, quietMs);
  // The first code of a key goes as soon as it is saved, which is a person's press; no login gives it.
  const told = came === SETS_UP ? (await clerk.fillByHand(account)).outcome : came;
  const verdict = async () => {
    const values: Values = await clerk.values();
    const judgement = judge(form, values, (text) => isCodeOf(account, text));
    return { judgement, boxes: Object.keys(values).join() };
  };
  const { judgement: byItself, boxes } = await verdict();
  const driven: Driven = { byItself, byHand: null, boxes, told, firstLook: '' };
  if (byItself !== 'quiet' || !byHand) return driven;
  await clerk.fillByHand(account);
  const after = await verdict();
  return { ...driven, byHand: after.judgement, boxes: after.boxes };
}

/** Waits until the extension is through with the page. @returns what the worker knows of it */
async function settle(clerk: Clerk, quietMs: number): Promise<string> {
  // By the page's own clock: on a busy machine it gets its turn later, and so does our script.
  await clerk.tab.evaluate(
    `new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout: 1000 }), ${quietMs}))`,
  );
  for (let began = performance.now(); ; await pause(50)) {
    const { tab } = await clerk.snapshot();
    if (tab?.lastOutcome) return tab.lastOutcome;
    if (!tab?.prompt) return 'no prompt';
    // A prompt for a code that is not ours is told too, and then nothing more happens.
    if (tab.prompt !== 'totp') return `prompt: ${tab.prompt}`;
    if (tab.why.includes('set-up')) return SETS_UP;
    if (performance.now() - began > PATIENCE_MS) return 'a prompt that got no code';
  }
}
