import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../scripts/lib/command.mjs';
import type { Finding } from './journal.ts';

/** What came of one campaign. */
export interface Report {
  readonly campaign: string;
  /** How often the vault was put to the test and looked at; 1 where it is not said. */
  readonly cases?: number;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
  /** Why it proves nothing although nothing was lost; empty where it does. */
  readonly weakness?: string | null;
  /** It could not be taken on this machine: neither good nor bad. */
  readonly skipped?: boolean;
  /** A control is a build made to lose: it must. */
  readonly control?: boolean;
}

export function isGood({ findings, weakness, skipped = false, control = false }: Report): boolean {
  if (skipped) return true;
  return control ? losses(findings) > 0 : !weakness && findings.length === 0;
}

/** Findings which a control is made to have; a refusal or a wait is none. */
export function losses(findings: readonly Finding[]): number {
  return findings.filter(({ what }) => what !== 'refused' && what !== 'hung').length;
}

/** How often each thing happened, in the order they were first named. */
export function createTally() {
  const counts = new Map<string, number>();
  return {
    add: (name: string, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    of: (name: string) => counts.get(name) ?? 0,
    figures: () => Object.fromEntries(counts),
    line: () => [...counts].map(([name, count]) => `${name} ${count}`).join(', '),
  };
}

/** Says now and then how far it is. */
export function createProgress(campaign: string, goal: number) {
  const began = Date.now();
  let said = began;
  return {
    seconds: () => Math.round((Date.now() - began) / 1000),
    tell(done: number, findings: readonly Finding[]): void {
      if (Date.now() - said < 30_000) return;
      said = Date.now();
      console.log(`${campaign}: ${done} of ${goal}, ${findings.length} findings, ${this.seconds()} s`);
    },
  };
}

export function print({ campaign, figures, findings, weakness, control }: Report): void {
  console.log(`\n${campaign}${control ? ' (a control: it must lose)' : ''}`);
  const wide = Math.max(...Object.keys(figures).map(({ length }) => length));
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(wide)}  ${value}`);
  const worst = [...findings].sort((a, b) => Number(a.what === 'refused') - Number(b.what === 'refused'));
  for (const { what, detail } of worst.slice(0, 5)) console.log(`  ${what.toUpperCase()}: ${detail}`);
  if (findings.length > 5) console.log(`  and ${findings.length - 5} more`);
  if (weakness && !control) console.log(`  PROVES NOTHING: ${weakness}`);
}

export function keep(report: Report, seed: string): void {
  const folder = path.join(ROOT, '.output', 'bench');
  mkdirSync(folder, { recursive: true });
  const name = report.campaign.replace(/\W+/g, '-').toLowerCase();
  const kept = { ...report, findings: report.findings.slice(0, 100), seed, good: isGood(report) };
  writeFileSync(path.join(folder, `torture-${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}
