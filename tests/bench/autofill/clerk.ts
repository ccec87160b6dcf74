import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withHostsGranted } from '../../../scripts/lib/granted-build.mjs';
import type { PageProtocol } from '../../../utils/messaging/protocol.ts';
import type { VaultSnapshot } from '../../../utils/messaging/views.ts';
import type { Input, Name } from '../../../utils/messaging/wire.ts';
import { startLanyard } from '../../torture/lib/chromium.ts';
import { requireValue } from '../../torture/lib/desk.ts';
import type { Values } from './judge.ts';
import { VALUES } from './render.ts';
import type { Site } from './site.ts';

const PASSWORD = 'seven teal buses at dawn';
const STEP_MS = 30_000;
/** Nothing goes by itself with less than three seconds left; a login takes one or two. */
const ENOUGH_LEFT_MS = 5_000;

export type Clerk = Awaited<ReturnType<typeof seatClerk>>;

/**
 * One browser with the real build, every host of the site granted, an unlocked vault that holds an account bound to
 * each, and a person at a tab who logs in.
 */
export async function seatClerk(site: Site) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-bench-'));
  const hosts = site.origins.map((origin) => `${origin}/*`);
  const build = withHostsGranted('.output/chrome-mv3', path.join(folder, 'extension'), hosts);
  const lanyard = await startLanyard(build, path.join(folder, 'profile'), site.browserArgs);
  const desk = await lanyard.openDesk();
  const ask = async <N extends Name<PageProtocol>>(name: N, input: Input<PageProtocol, N>[0]) =>
    requireValue(await desk.ask(name, input), name);

  await ask('vault/create', { password: PASSWORD });
  const accounts: Account[] = [];
  for (const [number, origin] of site.origins.entries()) {
    const secret = Buffer.alloc(20, `${number}|`);
    const keyUri = `otpauth://totp/Larkmoor:desk-${number}?issuer=Larkmoor&secret=${base32(secret)}`;
    const added = await ask('accounts/add', { keyUri, origin, tabId: null, same: 'ask' });
    accounts.push({ id: added.accountId, origin, secret });
  }
  const tab = await lanyard.openTab();
  const worlds = await watchWorlds(tab, lanyard.id);
  const tabId = await tabInFront();
  let turn = 0;

  async function tabInFront(): Promise<number> {
    const spy = await lanyard.openWorker();
    const [{ id }] = await spy.evaluate('chrome.tabs.query({ active: true, lastFocusedWindow: true })');
    await spy.session.detach();
    return id;
  }

  const snapshot = (): Promise<VaultSnapshot> => ask('vault/snapshot', { tabId });

  return {
    lanyard,
    tab,
    snapshot,
    close: async () => {
      await lanyard.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },

    /** What is in the boxes of the page, through shadow roots and frames. */
    values: (): Promise<Values> => tab.evaluate(VALUES),

    /**
     * Sends a login and sees the page it leads to, and our script in it; a step is at hand.
     * @param frames documents of the host on that page
     */
    async logIn(next: string, frames = 1): Promise<Account> {
      const account = accounts[turn++ % accounts.length]!;
      const left = STEP_MS - (Date.now() % STEP_MS);
      if (left < ENOUGH_LEFT_MS) await pause(left);
      // An earlier page's news would be taken for this one's.
      await ask('fill/dismiss', { tabId });
      if ((await snapshot()).status === 'locked') await ask('vault/unlock', { password: PASSWORD, tabId });
      let seen = worlds();
      await tab.navigate(`${account.origin}/login?next=${next}`);
      await until(() => worlds() > seen, 'our script is in the login page');
      seen = worlds();
      await tab.evaluate(`document.querySelector('[type=password]').focus()`);
      await tab.press('Enter');
      await tab.waitFor(
        `location.pathname === ${JSON.stringify(next)} && document.readyState === 'complete'`,
        `${next} is shown`,
      );
      await until(() => worlds() >= seen + frames, 'our script is in the page');
      return account;
    },

    /** As a press on the button in the popup, a code used here already or not. */
    fillByHand: (account: Account) => ask('fill/active-tab', { tabId, accountId: account.id, again: true }),
  };
}

export interface Account {
  readonly id: string;
  readonly origin: string;
  readonly secret: Buffer;
}

/** The account's code now, or a moment ago. By Node's own means, so that ours is not measured by itself. */
export function isCodeOf({ secret }: Account, text: string): boolean {
  const step = Math.floor(Date.now() / STEP_MS);
  return [step - 1, step].some((each) => codeAt(secret, each) === text);
}

/** RFC 4226, section 5.3. */
function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! % 16) % 2 ** 31;
  return String(number % 1_000_000).padStart(6, '0');
}

/** RFC 4648, without padding: twenty bytes need none. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)]!);
}

/** Counts the documents in which our script has begun. It looks at the page before anything else can. */
async function watchWorlds(tab: Clerk['tab'], extensionId: string): Promise<() => number> {
  let count = 0;
  tab.session.on('Runtime.executionContextCreated', ({ context }: { context: { origin: string } }) => {
    if (context.origin.includes(extensionId)) count++;
  });
  await tab.session.send('Runtime.enable');
  return () => count;
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1000) throw new Error(`not within 10 s: ${what}`);
    await pause(10);
  }
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
