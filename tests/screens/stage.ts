import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A browser with the build, a clinic, and what takes the pictures. */
export interface Stage {
  readonly context: BrowserContext;
  readonly clinic: Clinic;
  readonly lanyard: Lanyard;
  readonly tab: Tab;
  /** A vault with Sam's account in it, used at the clinic. */
  readonly begin: () => Promise<string>;
  /** A page of ours in a tab. */
  readonly open: (file: string) => Promise<Tab>;
  /** The page as it stands, in each theme: `popup-<name>-<theme>.png`, or `page-…` for one in a tab. */
  readonly shoot: (name: string, page: Page | Tab) => Promise<void>;
}

/** Pages with a state each; a scene begins without a vault, and its states follow from each other. */
export type Scene = (stage: Stage) => Promise<void>;

export async function play(scene: Scene, folder: string, clinicOptions: ClinicOptions): Promise<void> {
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
    mkdirSync(folder, { recursive: true });
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
      shoot: (name, page) => shoot(folder, name, page),
    });
  } finally {
    await context.close();
    await clinic.close();
    rmSync(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function shoot(folder: string, name: string, page: Page | Tab): Promise<void> {
  const kind = 'emulateMedia' in page ? 'page' : 'popup';
  for (const theme of THEMES) {
    const file = path.join(folder, `${kind}-${name}-${theme}.png`);
    if ('emulateMedia' in page) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: file, fullPage: true });
    } else {
      const features = [
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      await page.session.send('Emulation.setEmulatedMedia', { features });
      await new Promise((resolve) => setTimeout(resolve, 150));
      await page.screenshot(file);
    }
  }
}
