import { describe, expect, it } from 'vitest';
import { checkSettings, DEFAULT_SETTINGS } from '../../utils/platform/settings';

describe('settings as stored', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'lockIdleMinutes'],
    ['null', null],
    ['out of range', { lockIdleMinutes: 0, lockAfterHours: 25 }],
    ['not whole', { lockIdleMinutes: 1.5, lockAfterHours: '3' }],
    ['not a yes', { fipsKdf: 1 }],
    ['no language of ours', { language: '../x' }],
  ])('%s gives the defaults', (_, stored) => {
    expect(checkSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is in range', () => {
    expect(
      checkSettings({ lockIdleMinutes: 60, lockAfterHours: 1, fipsKdf: true, language: 'pt-BR' }),
    ).toEqual({
      lockIdleMinutes: 60,
      lockAfterHours: 1,
      fipsKdf: true,
      language: 'pt-BR',
    });
  });
});
