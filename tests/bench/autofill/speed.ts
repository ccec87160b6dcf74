import { loadavg } from 'node:os';
import type { Row } from '../main.ts';
import { type Account, type Clerk, isCodeOf, seatClerk } from './clerk.ts';
import { startSite } from './site.ts';

const ROUNDS = 30;

/** From the frame in which the box is drawn to the `input` event that brings the whole code, by the page's own clock. */
const PROMPT = `<!doctype html><html lang="en"><title>Two-factor authentication</title><link rel="icon" href="data:,">
<h1>Two-factor authentication</h1><p>Enter the six digits from your authenticator app.</p>
<form><label for="code">Verification code</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6">
<button>Verify</button></form><script>
requestAnimationFrame(() => { globalThis.drawn = performance.now(); });
document.querySelector('#code').addEventListener('input', ({ target }) => {
  if (target.value.length === 6) globalThis.filled ??= performance.now();
});</script>`;

/** After a login the person sent; the worker warm, and ended while the portal still thinks about the password. */
export async function measureSpeed(): Promise<Row[]> {
  let beforePrompt = async () => {};
  const site = await startSite(new Map([['/prompt', PROMPT]]), () => beforePrompt());
  const clerk = await seatClerk(site);
  try {
    const rows: Row[] = [];
    for (const [worker, target] of [
      ['warm', 80],
      ['dead', 300],
    ] as const) {
      beforePrompt = async () => {
        await untilArmed(clerk);
        if (worker === 'dead') await clerk.lanyard.killWorker();
      };
      const times: number[] = [];
      for (let round = -1; round < ROUNDS; round++) {
        const account = await clerk.logIn('/prompt');
        const time = await timeOf(clerk, account);
        if (round >= 0) times.push(time); // the first warms up
      }
      times.sort((a, b) => a - b);
      rows.push({
        worker,
        rounds: times.length,
        'median ms': at(times, 0.5),
        'p95 ms': at(times, 0.95),
        'worst ms': at(times, 1),
        'target, median ms': target,
        'machine load': Math.round(loadavg()[0]!),
      });
    }
    return rows;
  } finally {
    await clerk.close();
    await site.close();
  }
}

async function timeOf({ tab }: Clerk, account: Account): Promise<number> {
  await tab.waitFor('globalThis.filled', 'the code is in the box', 45_000);
  const { code, time } = await tab.evaluate(
    `({ code: document.querySelector('#code').value, time: Math.max(0, globalThis.filled - globalThis.drawn) })`,
  );
  if (!isCodeOf(account, code)) throw new Error('what is in the box is no code of the account');
  return time;
}

/** Waits until the worker has written the login down, well within the time a portal takes to look at a password. */
async function untilArmed({ lanyard }: Clerk): Promise<void> {
  const worker = await lanyard.openWorker();
  const states = 'chrome.storage.session.get(null).then(Object.values)';
  await worker.waitFor(`${states}.then((all) => all.some((state) => state?.armed))`, 'the login is noted');
  await worker.session.detach();
}

const at = (sorted: number[], share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1]!);
