import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { startLanyard } from './chromium.ts';
import { requireValue } from './desk.ts';
import { createJournal, type Finding, type Journal } from './journal.ts';
import { makeOperation, newPassword } from './operations.ts';
import type { Random } from './random.ts';
import { write } from './write.ts';

/** A profile with a vault in it, to be copied again and again. */
export interface Template {
  readonly name: string;
  readonly profile: string;
  readonly id: string;
  readonly journal: Journal;
}

/** Of a profile, what keeps anything of the extension. */
const KEPT = [
  'Local State',
  'Default/Preferences',
  'Default/Secure Preferences',
  'Default/Extension State',
  'Default/IndexedDB',
  'Default/Local Extension Settings',
  'Default/Service Worker',
  'Default/WebStorage',
];

/** Has both databases move what is in their logs into tables, which takes megabytes that come and go. */
const FILL_TABLES = `(async () => {
  await chrome.storage.local.set({ filling: 'x'.repeat(5_000_000) });
  await chrome.storage.local.remove('filling');
  await chrome.storage.local.set({ filling: 'x'.repeat(5_000_000) });
  await chrome.storage.local.remove('filling');
  const settled = (request) => new Promise((resolve) => { request.onsuccess = request.onerror = resolve; });
  await settled(indexedDB.open('filling', 1)).then(({ target }) => target.result.close());
  await settled(indexedDB.deleteDatabase('filling'));
})()`;

/** 20 accounts and a few in the trash: closed cleanly, killed, and with tables on the disk beside the logs. */
export const TEMPLATES = ['closed', 'killed', 'tables'] as const;

export async function makeTemplates(
  names: readonly (typeof TEMPLATES)[number][],
  build: string,
  folder: string,
  random: Random,
): Promise<Template[]> {
  return Promise.all(
    names.map((name) => makeTemplate(name, build, path.join(folder, name), random.fork(name))),
  );
}

async function makeTemplate(name: string, build: string, profile: string, random: Random): Promise<Template> {
  const lanyard = await startLanyard(build, profile);
  const desk = await lanyard.openDesk();
  const password = newPassword(random);
  const { recoveryKey } = requireValue(await desk.ask('vault/create', { password }), 'vault/create');
  const journal = createJournal(password, recoveryKey);
  const findings: Finding[] = [];
  const once = (kind: 'add' | 'edit' | 'remove') =>
    write(desk, journal, makeOperation(kind, journal, random)!, findings);
  for (let count = 0; count < 20; count++) await once('add');
  for (const kind of ['edit', 'edit', 'remove', 'remove'] as const) await once(kind);
  if (name === 'tables') {
    await (await lanyard.openWorker()).evaluate(FILL_TABLES);
    for (const kind of ['add', 'edit'] as const) await once(kind);
  }
  if (findings.length > 0) throw new Error(`the template ${name}: ${findings[0]!.detail}`);
  if (name === 'killed') await lanyard.kill();
  else await lanyard.close();
  return { name, profile, id: lanyard.id, journal };
}

export function copyTemplate({ profile, journal }: Template, to: string): Journal {
  for (const each of KEPT.filter((name) => existsSync(path.join(profile, name))))
    cpSync(path.join(profile, each), path.join(to, each), { recursive: true });
  return createJournal(journal.password, journal.recoveryKey, journal.known);
}
