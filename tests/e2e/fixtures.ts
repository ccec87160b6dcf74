import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type Page as Tab } from '@playwright/test';
import { withHostsGranted } from '../../scripts/lib/granted-build.mjs';
import type { Transport } from '../../scripts/lib/session.mjs';
import type { Messages } from '../../utils/languages';
import { type Clinic, type ClinicOptions, startClinic } from '../clinic/clinic.ts';
import { driveLanyard, type Lanyard, sessionOf } from './lanyard';
import { launchWithExtension } from './launch';

export const BUILT = path.resolve('.output/chrome-mv3');
export const HOST = 'harbour.au1.clinic.example';
export const ORIGIN = `https://${HOST}`;
export const VAULT_PASSWORD = 'seven teal buses at dawn';
/** A user of the demo clinic whose second factor is on already. */
export const SAM = { email: 'sam@harbourphysio.example', password: 'calm-harbour-tide' };
export const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** A colleague of Sam's at the same clinic. */
export const JANE = { email: 'jane@harbourphysio.example', password: 'brisk-pier-lantern' };
export const JANE_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const JANE_KEY_URI = `otpauth://totp/Larkmoor:${JANE.email}?secret=${JANE_SECRET}&issuer=Larkmoor`;
export const SAM_KEY_URI = `otpauth://totp/Larkmoor:${SAM.email}?secret=${SECRET}&issuer=Larkmoor`;

interface Options {
  /** Hosts granted beforehand; the shipped build itself where there are none. */
  granted: string[];
  /** Texts put in the place of the build's own, by their folder in `_locales`. */
  locales: Record<string, Messages>;
  /** Optional permissions held beforehand. */
  permitted: string[];
  clinicOptions: ClinicOptions;
}

interface Fixtures {
  clinic: Clinic;
  /** Starts the browser on this test's profile; a second time once the first is closed. */
  launch(): Promise<BrowserContext>;
  context: BrowserContext;
  browserSession: Transport;
  lanyard: Lanyard;
}

export const test = base.extend<Fixtures & Options>({
  granted: [[`${ORIGIN}/*`], { option: true }],
  locales: [{}, { option: true }],
  permitted: [[], { option: true }],
  clinicOptions: [{ users: [{ ...SAM, secret: SECRET }] }, { option: true }],

  clinic: async ({ clinicOptions }, use) => {
    const clinic = await startClinic({ http: true, demo: true, ...clinicOptions });
    await use(clinic);
    await clinic.close();
  },

  launch: async ({ clinic, granted, permitted, locales }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-e2e-'));
    const extension =
      granted.length > 0
        ? withHostsGranted(BUILT, path.join(folder, 'extension'), granted, permitted)
        : BUILT;
    for (const [language, messages] of Object.entries(locales)) {
      const file = path.join(extension, '_locales', language, 'messages.json');
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(messages));
    }
    const launched: BrowserContext[] = [];
    await use(async () => {
      const context = await launchWithExtension(extension, path.join(folder, 'profile'), {
        rules: `MAP *:443 127.0.0.1:${clinic.port}, MAP *:${clinic.port} 127.0.0.1:${clinic.port}, MAP *:80 127.0.0.1:${clinic.httpPort}`,
        spki: clinic.spki,
      });
      launched.push(context);
      return context;
    });
    for (const context of launched) await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  context: async ({ launch }, use) => use(await launch()),

  browserSession: async ({ context }, use) => use(await sessionOf(context)),
  lanyard: async ({ context, browserSession }, use) => use(await driveLanyard(context, browserSession)),
});

/** A vault, and in it Sam's account bound to the demo clinic. Leaves it unlocked. */
export async function createVaultWithSam(lanyard: Lanyard, origin: string | null = ORIGIN): Promise<string> {
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const account = { keyUri: SAM_KEY_URI, origin, tabId: null, same: 'ask' } as const;
  return (await lanyard.ask('accounts/add', account)).accountId;
}

/** E-mail and password; the clinic then asks for the code. */
export async function logIn(tab: Tab, address = `${ORIGIN}/login`, user = SAM): Promise<void> {
  await tab.goto(address);
  await tab.getByLabel('E-mail address').fill(user.email);
  await tab.getByLabel('Password').pressSequentially(user.password);
  await tab.getByRole('button', { name: 'Log in' }).click();
}

export { expect } from '@playwright/test';
export type { Lanyard } from './lanyard';
