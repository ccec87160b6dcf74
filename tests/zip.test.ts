import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildZip, copySource } from '../scripts/lib/reproduce.mjs';
import { leaveFigures } from './figures';
import { unzip } from './unzip';

/** Bytes; five languages beside English are 93 kB of it. */
const LARGEST_CHROME_ZIP = 500_000;

describe('the packages for the stores', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lanyard-zips-'));
  const here = path.join(folder, 'here');
  const elsewhere = path.join(folder, 'a folder elsewhere', 'with a longer name');

  beforeAll(async () => {
    mkdirSync(here);
    mkdirSync(elsewhere, { recursive: true });
    await copySource(here);
    await copySource(elsewhere, { privately: true });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const browser of ['chrome', 'firefox'] as const) {
    it(`are byte-identical for ${browser} from two folders, time zones and umasks`, async () => {
      const one = await buildZip(here, browser, { timeZone: 'Pacific/Kiritimati', umask: '022' });
      const other = await buildZip(elsewhere, browser, { timeZone: 'America/Adak', umask: '077' });
      expect(one.length).toBeGreaterThan(1000);
      expect(one.equals(other)).toBe(true);
      if (browser === 'firefox') return;
      leaveFigures('zip', { 'Chrome package': `${one.length} bytes zipped (at most ${LARGEST_CHROME_ZIP})` });
      expect(one.length).toBeLessThanOrEqual(LARGEST_CHROME_ZIP);
    });
  }

  it('of a release carry no development key, and Firefox’s is built again from the source beside it', async () => {
    const release = { mode: 'release' } as const;
    const chrome = path.join(folder, 'chrome');
    unzip(await buildZip(here, 'chrome', release), chrome);
    expect(JSON.parse(readFileSync(path.join(chrome, 'manifest.json'), 'utf8'))).not.toHaveProperty('key');
    const sources = path.join(folder, 'sources');
    const handed = unzip(await buildZip(here, 'firefox', { ...release, kind: 'sources' }), sources);
    expect(handed.filter((name) => /^(?:tests|\.|node_modules)/.test(name))).toEqual([]);
    symlinkSync(path.resolve('node_modules'), path.join(sources, 'node_modules'), 'junction');
    const again = await buildZip(sources, 'firefox', release);
    expect(again.equals(await buildZip(here, 'firefox', release))).toBe(true);
  });

  it('change with one byte of the source', async () => {
    const before = await buildZip(here, 'chrome');
    const file = path.join(here, 'utils/failure.ts');
    const source = readFileSync(file, 'utf8');
    const changed = source.replace("code: 'unexpected'", "code: 'unexpectee'");
    expect(changed).not.toBe(source);
    writeFileSync(file, changed);
    const after = await buildZip(here, 'chrome');
    expect(after.equals(before)).toBe(false);
  });
});
