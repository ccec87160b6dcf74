import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '../../../scripts/lib/page.mjs';
import type { PageProtocol } from '../../../utils/messaging/protocol';
import type { Input, Name, Output } from '../../../utils/messaging/wire';
import { startClinic } from '../../clinic/clinic.ts';
import { type Lanyard, startLanyard } from '../../torture/lib/chromium.ts';
import { requireValue } from '../../torture/lib/desk.ts';
import { keyUris } from './accounts.ts';
import { makeControl, withProbe } from './builds.ts';

const HOST = 'harbour.au1.clinic.example';
export const ORIGIN = `https://${HOST}`;
const PASSWORD = 'seven teal buses at dawn';

export type Ask = <N extends Name<PageProtocol>>(
  name: N,
  input: Input<PageProtocol, N>[0],
) => Promise<Output<PageProtocol, N>>;

/** A browser with an open vault of so many accounts, one of them of the portal in the tab, and a control beside it. */
export interface Stage {
  readonly lanyard: Lanyard;
  readonly controlId: string;
  /** A plain page of the portal. */
  readonly tab: Page;
  readonly tabUrl: string;
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

export async function openStage(accounts: number): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-bench-'));
  const clinic = await startClinic({ http: true, demo: true });
  const build = withProbe('.output/chrome-mv3', path.join(folder, 'extension'), [`${ORIGIN}/*`]);
  const lanyard = await startLanyard(build, path.join(folder, 'profile'), [
    `--host-resolver-rules=MAP *:443 127.0.0.1:${clinic.port}`,
    `--ignore-certificate-errors-spki-list=${clinic.spki}`,
  ]);
  const controlId = await lanyard.browser.loadExtension(makeControl(path.join(folder, 'control')));
  const desk = await lanyard.openDesk();
  const ask: Ask = async (name, input) => requireValue(await desk.ask(name, input), name);
  await ask('vault/create', { password: PASSWORD });
  await ask('vault/confirm-recovery-key', undefined);
  const [here, ...others] = keyUris(0, accounts);
  await ask('accounts/add', { keyUri: here!, origin: ORIGIN, tabId: null, same: 'ask' });
  for (let from = 0; from < others.length; from += 400)
    await ask('accounts/add-all', { keyUris: others.slice(from, from + 400) });
  const tabUrl = `${ORIGIN}/plain`;
  const tab = await lanyard.openTab(tabUrl);
  await tab.waitFor(`document.readyState === 'complete'`, 'the portal is open');
  return {
    lanyard,
    controlId,
    tab,
    tabUrl,
    ask,
    async close() {
      await lanyard.close();
      await clinic.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
