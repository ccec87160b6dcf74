import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runFailpoints } from './failpoints.ts';
import { runFirefoxKills } from './firefox-kills.ts';
import { runKills } from './kills.ts';
import { build } from './lib/build.ts';
import { buildXpi } from './lib/firefox.ts';
import { FLOWS, type Flow } from './lib/flows.ts';
import { createRandom } from './lib/random.ts';
import { isGood, keep, print, type Report } from './lib/report.ts';
import { runWorkerKills } from './worker-kills.ts';

const HELP = `npm run torture -- ...

  --kills N          Chromium killed with SIGKILL while it writes
  --worker-kills N   the worker killed, or the page that asked closed, in a write
  --failpoints       stopped at every await of every flow that writes
    --flows a,b      only of these: ${FLOWS.join(', ')}
  --firefox-kills N  Firefox killed with SIGKILL while it writes

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
    'firefox-kills': { type: 'string' },
    lanes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now()) },
    controls: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
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
    run: (plan) => runFailpoints({ ...plan, flows }),
  });
if (values['firefox-kills'] !== undefined)
  campaigns.push({
    variant: 'plain',
    control: 'two-transactions',
    browser: 'firefox',
    run: (plan) => runFirefoxKills({ ...plan, kills: Number(values['firefox-kills']) }),
  });

async function take({ run, browser }: Campaign, variant: string, control: boolean): Promise<boolean> {
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
  return isGood(named);
}

if (campaigns.length === 0) console.log(HELP);
else console.log(`seed ${seed}`);
let good = true;
for (const campaign of campaigns) {
  good = (await take(campaign, campaign.variant, false)) && good;
  if (values.controls) good = (await take(campaign, campaign.control, true)) && good;
}
// Time limits of orders that a killed browser never answered would keep us waiting.
process.exit(good ? 0 : 1);
