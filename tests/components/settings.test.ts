import { describe, expect, it } from 'vitest';
import { checkSettings, DEFAULT_SETTINGS, inForce } from '../../utils/platform/settings';

describe('settings as stored', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'lockIdleMinutes'],
    ['null', null],
    ['out of range', { lockIdleMinutes: 0, lockAfterHours: 25 }],
    ['not whole', { lockIdleMinutes: 1.5, lockAfterHours: '3' }],
    ['not a yes', { fipsKdf: 1, hidesCodes: 'true', clearsClipboard: {}, sharedPc: 1 }],
    ['no language of ours', { language: '../x' }],
  ])('%s gives the defaults', (_, stored) => {
    expect(checkSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is in range', () => {
    const stored = { lockIdleMinutes: 60, lockAfterHours: 1, fipsKdf: true, language: 'pt-BR' };
    const switches = { hidesCodes: true, clearsClipboard: true, sharedPc: true };
    expect(checkSettings({ ...stored, ...switches })).toEqual({ ...stored, ...switches });
  });
});

describe('a shared PC', () => {
  it('hides codes and waits two minutes at most', () => {
    const shared = { ...DEFAULT_SETTINGS, sharedPc: true };
    expect(inForce(shared)).toEqual({ ...shared, hidesCodes: true, lockIdleMinutes: 2 });
    expect(inForce({ ...shared, lockIdleMinutes: 1 }).lockIdleMinutes).toBe(1);
  });

  it('changes nothing where it is not one', () => {
    expect(inForce(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });
});
