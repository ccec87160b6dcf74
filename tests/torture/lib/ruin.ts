import type { Lanyard } from './chromium.ts';
import { type Desk, requireValue } from './desk.ts';
import type { Finding, Journal } from './journal.ts';
import { unlock } from './reopen.ts';

/** What the stores still give of ours, by key: snapshots, and what is in the databases. */
export type Kept = ReadonlyMap<string, string>;

interface Raw {
  readonly local: Readonly<Record<string, unknown>>;
  readonly databases: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

export async function readKept(desk: Desk): Promise<Kept> {
  const { text } = requireValue(await desk.ask('vault/export-raw', undefined), 'vault/export-raw');
  const { local, databases } = JSON.parse(text) as Raw;
  const snapshots = Object.entries(local).filter(([key]) => key.startsWith('snapshot/'));
  const rows = Object.entries(databases).flatMap(([name, stores]) =>
    Object.entries(stores).flatMap(([store, values]) =>
      Object.entries(values).map(([key, value]) => [`${name}/${store}/${key}`, value] as const),
    ),
  );
  return new Map([...snapshots, ...rows].map(([key, value]) => [key, JSON.stringify(value)]));
}

/**
 * A vault that says it is damaged: it opens for nobody, no new one takes its place, and after all that was tried the
 * disk gives what it gave before, after a restart too.
 */
export async function judgeRuin(
  lanyard: Lanyard,
  desk: Desk,
  journal: Journal,
  before: Kept,
  restart: () => Promise<{ lanyard: Lanyard; desk: Desk }>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const created = await desk.ask('vault/create', { password: journal.password });
  if (!('failure' in created) || created.failure.code !== 'vault-exists')
    findings.push({ what: 'lost', detail: 'a new vault was made in its place' });
  const opened = await unlock(desk, journal.password);
  if (opened !== 'damaged') findings.push({ what: 'shut', detail: `damaged, then ${opened}` });
  findings.push(...requireKept(before, await readKept(desk), 'at once'));
  await lanyard.close();
  const again = await restart();
  const { status } = requireValue(await again.desk.ask('vault/snapshot', { tabId: null }), 'vault/snapshot');
  if (status === 'none') findings.push({ what: 'shut', detail: 'the first-run screen after a restart' });
  findings.push(...requireKept(before, await readKept(again.desk), 'after a restart'));
  await again.lanyard.close();
  return findings;
}

function requireKept(before: Kept, after: Kept, when: string): Finding[] {
  return [...before].flatMap(([key, value]) =>
    after.get(key) === value ? [] : [{ what: 'lost' as const, detail: `${key} is another ${when}` }],
  );
}
