import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type Page as Tab, test } from '@playwright/test';
import { BUILT, expect, SAM_KEY_URI, VAULT_PASSWORD } from './fixtures';
import { driveLanyard, type Lanyard, sessionOf } from './lanyard';
import { launchWithExtension } from './launch';
import { exportCodes, pictureOf, videoOf } from './pictures';

const LINK = 'https://apps.example/authenticator';

let folder: string;
let context: BrowserContext;
let lanyard: Lanyard;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lanyard-live-'));
});
test.afterEach(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** A browser with a vault and the page open. */
async function open(...switches: string[]): Promise<Tab> {
  context = await launchWithExtension(BUILT, path.join(folder, 'profile'), undefined, switches);
  lanyard = await driveLanyard(context, await sessionOf(context));
  await lanyard.ask('vault/create', { password: VAULT_PASSWORD });
  const tab = await context.newPage();
  await tab.goto(`chrome-extension://${lanyard.id}/scan.html`);
  return tab;
}

/** The same, with a camera that sees this. */
function openWithCamera(scenes: Parameters<typeof videoOf>[0]): Promise<Tab> {
  const video = path.join(folder, 'camera.y4m');
  writeFileSync(video, videoOf(scenes));
  return open(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
  );
}

/** The states of every track this page was ever given. */
const watchTracks = (tab: Tab) =>
  tab.addInitScript(() => {
    const world = globalThis as unknown as { tracks: MediaStreamTrack[] };
    world.tracks = [];
    for (const name of ['getUserMedia', 'getDisplayMedia'] as const) {
      const given = navigator.mediaDevices[name].bind(navigator.mediaDevices);
      navigator.mediaDevices[name] = async (wish?: object) => {
        const stream = await given(wish);
        world.tracks.push(...stream.getTracks());
        return stream;
      };
    }
  });
const tracks = (tab: Tab) =>
  tab.evaluate(() =>
    (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map(
      ({ kind, readyState }) => `${kind} ${readyState}`,
    ),
  );

const accountsOf = async () =>
  (await lanyard.ask('vault/snapshot', { tabId: null })).accounts.map(({ account }) => account);

test.describe('the camera', () => {
  test('reads a code that is held to it, and is off then', async () => {
    const tab = await openWithCamera([
      { text: null, seconds: 1 },
      { text: SAM_KEY_URI, seconds: 4 },
    ]);
    await watchTracks(tab);
    await tab.reload();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('Ready to save')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
    await expect(tab.getByText('Hold the QR code to the camera')).toBeHidden();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(tab.getByText('1 account saved.')).toBeVisible();
    expect(await accountsOf()).toEqual(['sam@harbourphysio.example']);
  });

  test('goes on until all parts of an export are read', async () => {
    const parts = exportCodes([['ann', 'ben'], ['cat'], ['dee']]);
    const tab = await openWithCamera(parts.map((text) => ({ text, seconds: 4 })));
    await watchTracks(tab);
    await tab.reload();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('1 of 3 parts read.')).toBeVisible({ timeout: 20_000 });
    expect(await tracks(tab)).toEqual(['video live']);
    await expect(tab.getByText('All 3 parts read.')).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
    await tab.getByRole('button', { name: 'Save 4 accounts' }).click();
    await expect(tab.getByText('4 accounts saved.')).toBeVisible();
    expect((await accountsOf()).sort()).toEqual(['ann', 'ben', 'cat', 'dee']);
  });

  test('says of another code what it is, and goes on looking', async () => {
    const tab = await openWithCamera([{ text: LINK, seconds: 4 }]);
    await watchTracks(tab);
    await tab.reload();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('That code is a link to apps.example')).toBeVisible({ timeout: 20_000 });
    expect(await tracks(tab)).toEqual(['video live']);
    await tab.getByRole('button', { name: 'Switch the camera off' }).click();
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
    await expect(tab.getByRole('button', { name: 'Use the camera' })).toBeVisible();
  });

  test('is off when the tab is out of sight, and after two minutes without a code', async () => {
    const tab = await openWithCamera([{ text: null, seconds: 4 }]);
    await watchTracks(tab);
    await tab.clock.install();
    await tab.reload();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('Hold the QR code to the camera')).toBeVisible();
    await tab.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'hidden');
    });
    await expect(tab.getByText('so the camera was switched off')).toBeVisible();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('Hold the QR code to the camera')).toBeVisible();
    await tab.clock.fastForward(110_000);
    expect(await tracks(tab)).toEqual(['video ended', 'video live']);
    await tab.clock.fastForward(121_000); // the page may have begun to count only now
    await expect(tab.getByText('No new code was seen for two minutes')).toBeVisible();
    await expect.poll(() => tracks(tab)).toEqual(['video ended', 'video ended']);
  });

  test('that is locked away with the vault is off', async () => {
    const tab = await openWithCamera([{ text: null, seconds: 4 }]);
    await watchTracks(tab);
    await tab.reload();
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByText('Hold the QR code to the camera')).toBeVisible();
    await lanyard.ask('vault/lock');
    await expect(tab.getByRole('button', { name: 'Unlock' })).toBeVisible();
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
  });

  test('that is refused, or not there, says so', async () => {
    const tab = await open('--deny-permission-prompts');
    await tab.getByRole('button', { name: 'Use the camera' }).click();
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toContainText(/camera/);
    await expect(tab.getByRole('button', { name: 'Use the camera' })).toBeVisible();
    // Every other answer that a browser can give.
    for (const [name, words] of [
      ['NotAllowedError', 'was not allowed to use the camera'],
      ['NotFoundError', 'no camera that the browser can see'],
      ['NotReadableError', 'The camera does not start'],
    ] as const) {
      await tab.evaluate((name) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
      }, name);
      await tab.getByRole('button', { name: 'Use the camera' }).click();
      await expect(tab.getByRole('alert').filter({ hasText: /./ })).toContainText(words);
    }
  });
});

test.describe('a picked screen or window', () => {
  /** A page in a tab of its own, titled so that the picker finds it by name. */
  async function openShared(text: string | null): Promise<Tab> {
    const shared = await context.newPage();
    const { buffer } = pictureOf(text ?? LINK);
    const image = text ? `<img src="data:image/gif;base64,${buffer.toString('base64')}">` : 'nothing yet';
    await shared.setContent(`<title>ClinicOffice</title><body style="background:white">${image}</body>`);
    return shared;
  }

  test('is looked at once, and no longer shared when the code was found', async () => {
    const tab = await open('--auto-select-tab-capture-source-by-title=ClinicOffice');
    await watchTracks(tab);
    await tab.reload();
    await openShared(SAM_KEY_URI);
    await tab.bringToFront();
    await tab.getByRole('button', { name: 'Pick a screen or window' }).click();
    await expect(tab.getByText('Ready to save')).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
  });

  test('without a code may be looked at again', async () => {
    const tab = await open('--auto-select-tab-capture-source-by-title=ClinicOffice');
    await watchTracks(tab);
    await tab.reload();
    const shared = await openShared(null);
    await tab.bringToFront();
    await tab.getByRole('button', { name: 'Pick a screen or window' }).click();
    await expect(tab.getByText('No set-up code found.')).toBeVisible({ timeout: 20_000 });
    expect(await tracks(tab)).toEqual(['video live']);
    const { buffer } = pictureOf(SAM_KEY_URI);
    await shared.setContent(
      `<title>ClinicOffice</title><img src="data:image/gif;base64,${buffer.toString('base64')}">`,
    );
    await expect(async () => {
      await tab.getByRole('button', { name: 'Look again' }).click({ timeout: 1000 });
      await expect(tab.getByText('Ready to save')).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect.poll(() => tracks(tab)).toEqual(['video ended']);
  });

  test('that is not picked says so', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await tab.getByRole('button', { name: 'Pick a screen or window' }).click();
    await expect(tab.getByRole('alert').filter({ hasText: /./ })).toContainText(
      'No screen or window was shared.',
    );
  });
});
