import { describe, expect, it } from 'vitest';
import { siteUses } from '../../entrypoints/options/sites/site-uses';

const account = (id: string, origins: string[], fillsItself = true) => ({
  ...{ id, origins, fillsItself },
  issuer: id,
  account: `${id}@clinic.example`,
});
const sam = account('sam', ['https://b.example', 'https://c.example:8443', 'https://c.example']);
const robin = account('robin', ['https://b.example'], false);
const shown = (granted: string[], accounts: ReturnType<typeof account>[]) =>
  siteUses(granted, accounts).map(({ host, isGranted, byThemselves, onClick }) => [
    host,
    isGranted,
    byThemselves.map(({ id }) => id).join(),
    onClick.map(({ id }) => id).join(),
  ]);

describe('what can be done on each site', () => {
  it('a granted host fills by itself for those that wish it, and on a click for the others', () => {
    expect(shown(['https://b.example'], [sam, robin])).toEqual([
      ['b.example', true, 'sam', 'robin'],
      ['c.example', false, '', 'sam'],
    ]);
  });

  it('a host is granted with all of its ports, and an account counts once on it', () => {
    expect(shown(['https://c.example'], [sam])).toContainEqual(['c.example', true, 'sam', '']);
  });

  it('a granted host that no account uses is listed, another is no part of it', () => {
    expect(shown(['https://example'], [robin])).toEqual([
      ['b.example', false, '', 'robin'],
      ['example', true, '', ''],
    ]);
    expect(shown([], [])).toEqual([]);
  });

  it('a thousand accounts on one host are counted in no time', () => {
    const many = Array.from({ length: 1000 }, (_, n) => account(`n${n}`, ['https://b.example']));
    expect(siteUses(['https://b.example'], many)[0]!.byThemselves).toHaveLength(1000);
  });
});
