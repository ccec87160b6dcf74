import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page as Tab } from '@playwright/test';
import { withHostsGranted } from '../../scripts/lib/granted-build.mjs';
import type { Page } from '../../scripts/lib/page.mjs';
import { type Clinic, type ClinicOptions, startClinic } from '../clinic/clinic.ts';
import { driveLanyard, type Lanyard, sessionOf } from '../e2e/lanyard.ts';
import { launchWithExtension } from '../e2e/launch.ts';

export const ORIGIN = 'https://harbour.au1.clinic.example';
export const PASSWORD = 'seven teal buses at dawn';
export const SAM = { email: 'sam@harbourphysio.example', password: 'calm-harbour-tide' };
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** The real popup, or a page of ours in a tab. */
export type Shown = Page | Tab;

/** What is done with every state that a scene comes to: a picture, or a check. */
export type Shoot = (name: string, page: Shown) => Promise<void>;

/** A browser with the build, a clinic, and what looks at each state. */
export interface Stage {
  readonly context: BrowserContext;
  readonly clinic: Clinic;
  readonly lanyard: Lanyard;
  readonly tab: Tab;
  /** A vault with Sam's account in it, used at the clinic. */
  readonly begin: () => Promise<string>;
  /** A page of ours in a tab. */
  readonly open: (file: string) => Promise<Tab>;
  /** The page as it stands is a state of this name. */
  readonly shoot: Shoot;
}

/** Pages with a state each; a scene begins without a vault, and its states follow from each other. */
export type Scene = (stage: Stage) => Promise<void>;

export async function play(scene: Scene, clinicOptions: ClinicOptions, shoot: Shoot): Promise<void> {
  const place = mkdtempSync(path.join(tmpdir(), 'lanyard-screens-'));
  const clinic = await startClinic({ http: true, demo: true, ...clinicOptions });
  const built = path.resolve('.output/chrome-mv3');
  const extension = withHostsGranted(built, path.join(place, 'extension'), [`${ORIGIN}/*`]);
  const rules = `MAP *:443 127.0.0.1:${clinic.port}, MAP *:80 127.0.0.1:${clinic.httpPort}`;
  const context = await launchWithExtension(extension, path.join(place, 'profile'), {
    rules,
    spki: clinic.spki,
  });
  try {
    const lanyard = await driveLanyard(context, await sessionOf(context));
    await lanyard.ask('vault/snapshot', { tabId: null });
    const tab = await context.newPage();
    await scene({
      context,
      clinic,
      lanyard,
      tab,
      async begin() {
        await lanyard.ask('vault/create', { password: PASSWORD });
        await lanyard.ask('vault/confirm-recovery-key');
        const keyUri = `otpauth://totp/Larkmoor:${SAM.email}?secret=${SECRET}&issuer=Larkmoor`;
        return (await lanyard.ask('accounts/add', { keyUri, origin: ORIGIN, tabId: null, same: 'ask' }))
          .accountId;
      },
      async open(file) {
        const page = await context.newPage();
        await page.setViewportSize({ width: 900, height: 900 });
        await page.goto(`chrome-extension://${lanyard.id}/${file}`);
        await page.waitForFunction(() => document.querySelector('main')?.childElementCount);
        return page;
      },
      shoot,
    });
  } finally {
    await context.close();
    await clinic.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}
