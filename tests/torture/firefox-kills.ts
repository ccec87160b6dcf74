import { type KillsPlan, runKills } from './kills.ts';
import { startInFirefox } from './lib/firefox.ts';
import type { Report } from './lib/report.ts';

/** The same as `runKills`, in Firefox; `build` is an .xpi. */
export async function runFirefoxKills(plan: Omit<KillsPlan, 'start'>): Promise<Report> {
  const report = await runKills({ ...plan, start: startInFirefox });
  return { ...report, campaign: 'Firefox killed while writing' };
}
