import type { BrowserContext } from '@playwright/test';
import type { Needle } from '../at-rest/needles';
import { plantInClear, plantNeedles, rollLogsIntoTables } from '../at-rest/plants';
import { isBrowserRecord, isExtensionStorage, isOfExtensionAlone } from '../at-rest/profile';
import { type Hit, type Scan, scan } from '../at-rest/scan';
import { createSearch } from '../at-rest/search';
import { lifeNeedles, liveVaultLife, SECRETS } from '../at-rest/vault-life';
import { leaveFigures } from '../figures';
import { expect, HOST, SAM, test } from './fixtures';
import { driveLanyard, sessionOf } from './lanyard';

test.use({ clinicOptions: { users: [{ ...SAM, secret: SECRETS.filled }] } });

test('T49 T78 nothing is readable at rest, in logs and in packed tables', async ({
  context,
  lanyard,
  launch,
}) => {
  const { id } = lanyard;
  const profile = await profileFolder(context);
  await plantInClear(lanyard);
  const keys = await liveVaultLife(context, lanyard);
  await context.close();

  const needles = lifeNeedles(keys);
  const planted = plantNeedles();
  const marks: Needle[] = [
    { what: 'extension', variants: [id] },
    // In clear on purpose: where it is found, the vault's own records were read.
    { what: 'vault id', variants: [keys.vaultId] },
    // The portal was visited, so the browser's own records name it; what the extension stores must not.
    { what: 'granted host', variants: [HOST] },
    { what: 'name at the portal', variants: [SAM.email] },
  ];
  const search = createSearch([...needles, ...planted, ...marks]);
  const judge = (result: Scan) => {
    const isOf = (group: readonly Needle[]) => (hit: Hit) => group.some(({ what }) => what === hit.what);
    expect(result.hits.filter(isOf(needles))).toEqual([]);
    const stored = result.hits.filter(({ file }) => isOfExtensionAlone(file, id));
    expect(stored.filter(isOf(marks.slice(2)))).toEqual([]);
    const naming = result.hits.filter(({ what }) => what === 'extension').map(({ file }) => file);
    expect(naming.filter((file) => !isExtensionStorage(file, id) && !isBrowserRecord(file))).toEqual([]);
  };
  const names = (things: readonly { what: string }[]) => [...new Set(things.map(({ what }) => what))].sort();
  const foundIn = (result: Scan, ...layers: Hit['layer'][]) =>
    names(
      result.hits.filter(({ what, layer }) => /^planted|^vault id$/.test(what) && layers.includes(layer)),
    );
  const isCached = ({ what }: { what: string }) => what === 'planted cached';
  const controls = names([...planted.filter((plant) => !isCached(plant)), { what: 'vault id' }]);

  const logs = scan(profile, search);
  judge(logs);
  expect(foundIn(logs, 'log')).toEqual(controls);
  const cached = logs.hits.filter(isCached).map(({ file }) => file.split('/').slice(0, 2).join('/'));
  expect(cached).toEqual(['Service Worker/CacheStorage']);

  const again = await launch();
  const after = await driveLanyard(again, await sessionOf(again));
  expect((await after.ask('vault/snapshot', { tabId: null })).status).toBe('locked');
  await rollLogsIntoTables(after);
  await again.close();

  const tables = scan(profile, search);
  judge(tables);
  expect(tables.packedBlocks).toBeGreaterThan(0);
  expect(foundIn(tables, 'log').filter((what) => what !== 'vault id')).toEqual([]);
  expect(foundIn(tables, 'table', 'packed value')).toEqual(controls);
  // Read as they lie there, packed tables hide some of what they hold.
  expect(foundIn(tables, 'raw').length).toBeLessThan(controls.length);

  const files = tables.files.filter((file) => isExtensionStorage(file, id)).length;
  leaveFigures('at-rest', {
    'Readable at rest': `0 of ${needles.length} needles in ${files} files of the extension and ${tables.files.length - files} others, ${tables.tables} tables unpacked (control: ${planted.length} of ${planted.length} planted found)`,
  });
});

async function profileFolder(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto('chrome://version');
  const folder = await page.locator('#profile_path').innerText();
  await page.close();
  return folder.trim();
}
