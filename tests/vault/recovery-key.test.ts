import { describe, expect, it } from 'vitest';
import { createRecoveryKey, formatRecoveryKey, parseRecoveryKey } from '../../utils/vault/recovery-key';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const isRefused = (groups: string[]) => {
  try {
    parseRecoveryKey(groups.join('-'));
    return null;
  } catch (failure) {
    return (failure as { values: string[] }).values[0];
  }
};

describe('the recovery key', () => {
  it('is eight groups of five, and what is read is what was written', () => {
    for (let i = 0; i < 500; i++) {
      const key = createRecoveryKey();
      const groups = formatRecoveryKey(key);
      expect(groups).toHaveLength(8);
      for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(parseRecoveryKey(groups.join('-'))).toEqual(key);
      expect(parseRecoveryKey(` ${groups.join('').toLowerCase()} `)).toEqual(key);
    }
  });

  it('forgives the letters that look like digits', () => {
    const key = new Uint8Array(20);
    const text = formatRecoveryKey(key).join(' ').replaceAll('0', 'o');
    expect(parseRecoveryKey(text)).toEqual(key);
  });

  it('names the group of any one wrong character', () => {
    const groups = formatRecoveryKey(createRecoveryKey());
    for (let group = 0; group < 8; group++) {
      for (let place = 0; place < 5; place++) {
        for (const wrong of ALPHABET) {
          const right = groups[group]!;
          if (right[place] === wrong) continue;
          const typed = right.slice(0, place) + wrong + right.slice(place + 1);
          expect(isRefused(groups.with(group, typed))).toBe(String(group + 1));
        }
      }
    }
  });

  it('notices neighbours swapped, groups swapped, and groups left out or too many', () => {
    for (let i = 0; i < 200; i++) {
      const groups = formatRecoveryKey(createRecoveryKey());
      const [a, b, ...rest] = groups[3]!;
      const swapped = [b, a, ...rest].join('');
      if (swapped !== groups[3]) expect(isRefused(groups.with(3, swapped))).toBe('4');
      if (groups[0] !== groups[5])
        expect(isRefused(groups.with(0, groups[5]!).with(5, groups[0]!))).toBe('1');
      expect(isRefused(groups.slice(0, 7))).toBe('8');
      expect(isRefused([...groups, 'AAAAA'])).toBe('8');
      expect(isRefused([])).toBe('1');
    }
  });
});
