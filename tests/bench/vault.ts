import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PageProtocol } from '../../utils/messaging/protocol';
import type { Input, Name, Output } from '../../utils/messaging/wire';
import { type Lanyard, startLanyard } from '../torture/lib/chromium.ts';
import { requireValue } from '../torture/lib/desk.ts';
import type { Row } from './main.ts';

const PASSWORD = 'seven teal buses at dawn';
const PASSKEY_ANSWER = Buffer.alloc(32, 7).toString('base64');
const ROUNDS = 15;
const SEARCHES = 4;

/** A vault of 10, 1,000 and 5,000 accounts: unlocking, the first code of a dead worker, listing, searching, adding, growth. */
export async function benchVault(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const accounts of [10, 1000, 5000]) rows.push(await measure(accounts));
  return rows;
}

async function measure(accounts: number): Promise<Row> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-bench-'));
  const lanyard = await startLanyard('.output/chrome-mv3', path.join(folder, 'profile'));
  try {
    const desk = await lanyard.openDesk();
    const ask = <N extends Name<PageProtocol>>(name: N, input: Input<PageProtocol, N>[0]) =>
      desk.ask(name, input).then((answer) => requireValue(answer as never, name) as Output<PageProtocol, N>);
    const timed = <N extends Name<PageProtocol>>(name: N, input: Input<PageProtocol, N>[0]) =>
      desk.timed(name, input).then((answer) => requireValue(answer, name));
    await ask('vault/create', { password: PASSWORD });
    const empty = await bytesUsed(lanyard);
    for (let from = 0; from < accounts; from += 500)
      await ask('accounts/add-all', { keyUris: keyUris(from, Math.min(500, accounts - from)) });
    const growth = Math.round(((await bytesUsed(lanyard)) - empty) / accounts);
    // A slot whose answer we know has no slow derivation: what is left is our own part of unlocking.
    const passkey = { credentialId: 'AAAA', prfSalt: 'AAAA', prf: PASSKEY_ANSWER, name: 'bench' };
    await ask('passkeys/add', { password: PASSWORD, ...passkey });
    const [slot] = await ask('passkeys/list', undefined);
    const { slotId } = slot!;

    // As a lock screen does: it asks what there is, and then a person types for a second or more.
    const lockAndShow = async () => {
      await ask('vault/lock', undefined);
      await ask('vault/snapshot', { tabId: null });
      await new Promise((resolve) => setTimeout(resolve, 500));
    };
    const byPassword = await times(lockAndShow, () =>
      timed('vault/unlock', { password: PASSWORD, tabId: null }),
    );
    const byPasskey = await times(lockAndShow, () =>
      timed('passkeys/unlock', { slotId, prf: PASSKEY_ANSWER, tabId: null }),
    );
    const messageAlone = await times(lockAndShow, () => timed('passkeys/list', undefined));
    await ask('passkeys/unlock', { slotId, prf: PASSKEY_ANSWER, tabId: null });
    const [first] = (await ask('vault/snapshot', { tabId: null })).accounts;
    const afterDeath = await times(
      () => lanyard.killWorker(),
      () => timed('codes/list', { accountIds: [first!.id] }),
    );
    const list = await times(nothing, () => timed('vault/snapshot', { tabId: null }));
    const search = await searchTimes(lanyard);
    let added = 0;
    const add = await times(nothing, () => {
      const [keyUri] = keyUris(accounts + added++, 1);
      return timed('accounts/add', { keyUri: keyUri!, origin: null, tabId: null, same: 'ask' });
    });
    return {
      accounts,
      'unlock, median ms': median(byPassword),
      'unlock, p95 ms': p95(byPassword),
      'without the KDF, median ms': median(byPasskey),
      'without the KDF, p95 ms': p95(byPasskey),
      'a message alone, median ms': median(messageAlone),
      'first code, worker dead, median ms': median(afterDeath),
      'list, median ms': median(list),
      'search, median ms': median(search),
      'search, p95 ms': p95(search),
      'add, median ms': median(add),
      'bytes an account': growth,
    };
  } finally {
    await lanyard.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** In the popup's page: a letter more in the search, to the frame after the one that shows what was found. */
async function searchTimes(lanyard: Lanyard): Promise<number[]> {
  const page = await lanyard.openPage('popup.html');
  await page.waitFor(`document.querySelector('.rows')`, 'the popup lists the accounts', 60_000);
  const measured: number[] = [];
  for (let round = 0; round < SEARCHES; round++)
    for (const query of ['p', 'pe', 'person.0000', 'person.00007', ''])
      measured.push(
        await page.evaluate(`(async () => {
          const box = document.querySelector('[type=search]');
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          await frame();
          await frame();
          const began = performance.now();
          box.value = ${JSON.stringify(query)};
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await frame();
          await frame();
          return performance.now() - began;
        })()`),
      );
  await lanyard.closePage(page);
  return measured.sort((a, b) => a - b);
}

async function nothing(): Promise<void> {}

/** @param measure milliseconds from a page's question to its answer, by the page's own clock: the driver is left out */
async function times(before: () => Promise<unknown>, measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    await before();
    const took = await measure();
    if (round >= 0) measured.push(took); // the first warms up
  }
  return measured.sort((a, b) => a - b);
}

const median = (sorted: number[]) => Math.round(sorted[sorted.length >> 1]!);
const p95 = (sorted: number[]) => Math.round(sorted[Math.ceil(sorted.length * 0.95) - 1]!);

/** What both stores hold, by their own count. */
async function bytesUsed(lanyard: Lanyard): Promise<number> {
  const both = `Promise.all([navigator.storage.estimate().then(({ usage }) => usage), chrome.storage.local.getBytesInUse(null)])`;
  const worker = await lanyard.openWorker();
  return worker.evaluate(`${both}.then(([databases, local]) => databases + local)`);
}

function keyUris(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const n = String(from + index).padStart(5, '0');
    const digits = [...n].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
    const secret = `GEZDGNBVGY3TQOJQGEZDGNBVGY3${digits}`;
    return `otpauth://totp/Cliniko:person.${n}@harbourphysio.example?secret=${secret}&issuer=Cliniko`;
  });
}
