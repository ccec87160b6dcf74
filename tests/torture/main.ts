import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runDiskFull } from './disk-full.ts';
import { runFailpoints } from './failpoints.ts';
import { runFaults } from './faults.ts';
import { runFirefoxFaults } from './firefox-faults.ts';
import { runFirefoxKills } from './firefox-kills.ts';
import { runKills } from './kills.ts';
import { build } from './lib/build.ts';
import { buildXpi } from './lib/firefox.ts';
import { FLOWS, type Flow } from './lib/flows.ts';
import { createRandom } from './lib/random.ts';
import { isGood, keep, print, type Report } from './lib/report.ts';
import { runWorkerKills } from './worker-kills.ts';
import { runWriters } from './writers.ts';

const HELP = `npm run torture -- ...

  --kills N          Chromium killed with SIGKILL while it writes
  --worker-kills N   the worker killed, or the page that asked closed, in a write
  --failpoints       stopped at every await of every flow that writes
    --flows a,b      only of these: ${FLOWS.join(', ')}
    --stops N        at most so many stops in a flow
  --faults N         a file of one store damaged
  --double-faults N  a file of each store damaged
  --writers N        so many writes by two pages at once
  --disk-full N      so many small disks filled to the brim (root: it mounts them)
  --firefox-kills N  Firefox killed with SIGKILL while it writes
  --firefox-faults N one store damaged in Firefox, and half as often more than one

  --sample           a little of it all, in a minute, with one control

  --seed S           the same choices again
  --lanes N          browsers at the same time (2)
  --no-controls      without the builds that are made to lose

Exit status 1 where anything was lost or torn, where a control lost nothing, or where a campaign proves nothing.`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    'worker-kills': { type: 'string' },
    failpoints: { type: 'boolean' },
    flows: { type: 'string' },
    stops: { type: 'string' },
    faults: { type: 'string' },
    'double-faults': { type: 'string' },
    writers: { type: 'string' },
    'disk-full': { type: 'string' },
    'firefox-kills': { type: 'string' },
    'firefox-faults': { type: 'string' },
    sample: { type: 'boolean' },
    lanes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now()) },
    controls: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
/** Enough to notice that a campaign, or what it checks, is broken. */
const SAMPLE = {
  kills: '6',
  'worker-kills': '40',
  failpoints: true,
  flows: 'add,password',
  stops: '12',
  faults: '12',
  'double-faults': '4',
};
const quick = values.sample === true;
if (quick) Object.assign(values, SAMPLE);
const { seed, kills, 'worker-kills': workerKills, failpoints } = values;
const flows = (values.flows?.split(',') as Flow[] | undefined) ?? FLOWS;

interface Common {
  readonly lanes: number;
  readonly random: ReturnType<typeof createRandom>;
  readonly folder: string;
  readonly build: string;
  readonly patience: number;
}

/** A campaign on the shipped sources, and on a build that must lose in it: as long as it takes to see one loss. */
interface Campaign {
  readonly variant: string;
  readonly control: string;
  readonly browser?: 'firefox';
  run(plan: Common): Promise<Report>;
}

const counts = { passed: 0, failed: 0 };
const campaigns: Campaign[] = [];
if (kills !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'two-transactions',
    run: (plan) => runKills({ ...plan, kills: Number(kills) }),
  });
if (workerKills !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'two-transactions',
    run: (plan) => runWorkerKills({ ...plan, kills: Number(workerKills) }),
  });
if (failpoints)
  campaigns.push({
    variant: 'failpoints',
    control: 'two-transactions failpoints',
    run: (plan) => runFailpoints({ ...plan, flows, ...(values.stops && { stops: Number(values.stops) }) }),
  });
if (values.faults !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'single-store',
    run: (plan) => runFaults({ ...plan, faults: Number(values.faults), double: false, quick }),
  });
if (values['double-faults'] !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'no-marks',
    run: (plan) => runFaults({ ...plan, faults: Number(values['double-faults']), double: true, quick }),
  });
if (values.writers !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'no-lock',
    run: (plan) => runWriters({ ...plan, writes: Number(values.writers) }),
  });
if (values['disk-full'] !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'deaf',
    run: (plan) => runDiskFull({ ...plan, disks: Number(values['disk-full']) }),
  });
if (values['firefox-kills'] !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'two-transactions',
    browser: 'firefox',
    run: (plan) => runFirefoxKills({ ...plan, kills: Number(values['firefox-kills']) }),
  });
if (values['firefox-faults'] !== undefined) {
  const faults = Number(values['firefox-faults']);
  campaigns.push(
    {
      variant: 'plain',
      control: 'single-store',
      browser: 'firefox',
      run: (plan) => runFirefoxFaults({ ...plan, faults, double: false }),
    },
    {
      variant: 'plain',
      control: 'no-marks',
      browser: 'firefox',
      run: (plan) => runFirefoxFaults({ ...plan, faults: Math.ceil(faults / 2), double: true }),
    },
  );
}

async function take({ run, browser }: Campaign, variant: string, control: boolean): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-')); // short: a socket's path must fit into 108 bytes
  const report = await run({
    lanes: Number(values.lanes),
    random: createRandom(`${seed}/${variant}`),
    folder,
    build: browser === 'firefox' ? await buildXpi(variant) : await build(variant, 'chrome'),
    patience: control ? 1 : 20,
  });
  const named = control ? { ...report, campaign: `${report.campaign}: ${variant}`, control } : report;
  print(named);
  keep(named, seed);
  if (isGood(named)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  else console.log(`  profiles in which something was found: ${folder}`);
  const failed = isGood(named) ? 0 : Math.max(1, named.findings.length);
  counts.failed += failed;
  counts.passed += control ? 1 - Math.min(1, failed) : Math.max(0, (named.cases ?? 1) - failed);
}

if (campaigns.length === 0) console.log(HELP);
else console.log(`seed ${seed}`);
for (const campaign of campaigns) {
  await take(campaign, campaign.variant, false);
  const controlled = values.controls && (!quick || campaign.control === 'single-store');
  if (controlled) await take(campaign, campaign.control, true);
}
// A case is a kill, a stop, a fault ...; a control is one.
if (campaigns.length > 0) console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
// Time limits of orders that a killed browser never answered would keep us waiting.
process.exit(counts.failed === 0 ? 0 : 1);
