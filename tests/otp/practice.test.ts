import { describe, expect, it } from 'vitest';
import { totpCode } from '../../utils/otp/code';
import { formatKeyUri, parseKeyUri } from '../../utils/otp/key-uri';
import { isPracticeCode, practiceKey } from '../../utils/otp/practice';

const NOW = 1_800_000_000_000;

describe('the practice clinic', () => {
  it('shows a set-up code that is read back as it is', () => {
    const key = practiceKey('Practice clinic');
    expect(parseKeyUri(formatKeyUri(key))).toEqual(key);
  });

  it('takes the codes of three steps, and no others', () => {
    const { parameters } = practiceKey('');
    if (parameters.kind !== 'totp') throw new Error('its codes go by time');
    const taken = [-2, -1, 0, 1, 2].map((steps) =>
      isPracticeCode(totpCode(parameters, NOW + steps * 30_000), NOW),
    );
    expect(taken).toEqual([false, true, true, true, false]);
    expect(isPracticeCode('', NOW)).toBe(false);
  });
});
