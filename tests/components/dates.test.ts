import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatDaysAgo } from '../../components/dates';

const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();

describe('whole days ago', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['the same day', at(10, 1), at(10, 23), 'today'],
    ['a night between, and an hour', at(9, 23), at(10, 0), 'yesterday'],
    ['over the days on which clocks change', at(1, 12), at(31, 12), '30 days ago'],
  ])('%s', (_, then, now, words) => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('en');
    expect(formatDaysAgo(then, now)).toBe(words);
  });
});
