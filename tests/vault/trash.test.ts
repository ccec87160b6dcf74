import { describe, expect, it } from 'vitest';
import { goneAt, KEPT_FOR, replacementOf, shownUntil, stillShown } from '../../utils/vault/trash';
import { testAccount } from './stores';

const AT = 1_000;
const replacedBy = (by?: string, why: 'replaced' | 'merged' = 'replaced') => ({
  retired: by === undefined ? { at: AT, why } : { at: AT, why, by },
});

describe('what was replaced', () => {
  it.each([
    ['stays while the new code was not accepted', null, null, Number.POSITIVE_INFINITY],
    [
      'is shown for 30 days after it was, then lies in the trash for 30',
      5_000,
      5_000 + 2 * KEPT_FOR,
      5_000 + KEPT_FOR,
    ],
    [
      'counts from its own end, where the other was known to work before',
      10,
      AT + 2 * KEPT_FOR,
      AT + KEPT_FOR,
    ],
  ])('%s', (_, verifiedAt, gone, until) => {
    const old = testAccount('old', replacedBy('id-new'));
    const all = [old, testAccount('new', { verifiedAt })];
    expect([goneAt(old, all), shownUntil(old, all)]).toEqual([gone, until]);
    expect(stillShown(all, 4_000)).toEqual([{ account: old, by: 'id-new', until }]);
    expect(stillShown(all, Math.min(until, Number.MAX_SAFE_INTEGER))).toHaveLength(
      verifiedAt === null ? 1 : 0,
    );
  });

  it('belongs to the last of several replacements, and to the record a merge kept', () => {
    const old = testAccount('old', replacedBy('id-middle'));
    const middle = testAccount('middle', { ...replacedBy('id-double'), verifiedAt: 2 });
    const double = testAccount('double', replacedBy('id-new', 'merged'));
    const all = [old, middle, double, testAccount('new', { verifiedAt: 3_000 })];
    expect(replacementOf(old, all)?.id).toBe('id-new');
    expect(goneAt(old, all)).toBe(3_000 + 2 * KEPT_FOR);
  });

  it.each([
    ['was removed itself', [testAccount('new', { verifiedAt: 1, retired: { at: 2, why: 'removed' } })]],
    ['is not there', []],
    ['was replaced by the old one', [testAccount('new', { verifiedAt: 1, ...replacedBy('id-old') })]],
  ])('never goes where its replacement %s', (_, others) => {
    const old = testAccount('old', replacedBy('id-new'));
    expect(goneAt(old, [old, ...others])).toBeNull();
    expect(stillShown([old, ...others], AT)).toEqual([]);
  });

  it('is told from what was removed, which goes after 30 days', () => {
    const removed = testAccount('old', { retired: { at: AT, why: 'removed' } });
    expect([goneAt(removed, [removed]), shownUntil(removed, [removed])]).toEqual([AT + KEPT_FOR, null]);
    const earlier = testAccount('old', replacedBy());
    expect(goneAt(earlier, [earlier])).toBeNull();
  });
});
