import { describe, expect, it } from 'vitest';
import { formatWish, parseWish } from '../../components/open-unlock';

describe('what the small window is asked to do', () => {
  it.each([
    [{ tabId: null, passkey: false }, ''],
    [{ tabId: 12, passkey: false }, '#tab=12'],
    [{ tabId: null, passkey: true }, '#passkey'],
    [{ tabId: 12, passkey: true }, '#passkey&tab=12'],
  ])('%j is %j', (wish, hash) => {
    expect(formatWish(wish)).toBe(hash);
    expect(parseWish(hash)).toEqual(wish);
  });

  it.each(['#tab=', '#tab=-1', '#tab=1e3', '#tab=x'])('%s names no tab', (hash) => {
    expect(parseWish(hash).tabId).toBeNull();
  });
});
