import { describe, expect, it } from 'vitest';
import { codeGroups, codeNow, secondsLeft } from '../../components/code-groups';

describe('code groups', () => {
  it.each([
    ['482913', ['482', '913']],
    ['48291375', ['4829', '1375']],
    ['4829137', ['482', '9137']],
    ['482913750', ['482', '913', '750']],
    ['4829137502', ['48291', '37502']],
    ['48291', ['48291']],
  ])('%s is read as %j', (code, groups) => {
    expect(codeGroups(code)).toEqual(groups);
  });
});

describe('a code on screen', () => {
  const view = { accountId: 'a', code: '111111', nextCode: '222222', validUntil: 30_000 };

  it.each([
    [0, '111111', 30],
    [1, '111111', 30],
    [29_999, '111111', 1],
    [30_000, '222222', 30],
    [59_001, '222222', 1],
  ])('at %d ms is %s with %d s left', (now, code, left) => {
    expect(codeNow(view, now)).toBe(code);
    expect(secondsLeft(view, 30, now)).toBe(left);
  });
});
