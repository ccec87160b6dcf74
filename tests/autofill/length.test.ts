import { describe, expect, it } from 'vitest';
import { readAsked, wrongLength } from '../../utils/autofill/length';
import { findPrompt } from '../../utils/autofill/prompt';
import { field } from './field-facts';

const SILENT = { digits: null, room: null };

describe('a code of the wrong length is held back', () => {
  it.each<
    [
      string,
      number,
      Partial<typeof SILENT> | { digits?: number; room?: number },
      number[] | null,
      number | null,
    ]
  >([
    ['six where nobody says', 6, {}, null, null],
    ['six where six are wanted', 6, { digits: 6 }, [6], null],
    ['six where the page says eight', 6, { digits: 8 }, null, 8],
    ['eight where the page says six', 8, { digits: 6 }, null, 6],
    ['eight in a box for six', 8, { room: 6 }, null, 6],
    ['six in a box with room for twelve', 6, { room: 12 }, null, null],
    ['six where the portal takes eight', 6, {}, [8], 8],
    ['six where it takes either', 6, {}, [8, 6], null],
    ['six where the page says six, whatever the catalogue says', 6, { digits: 6 }, [8], null],
    ['eight where the page says eight, whatever the catalogue says', 8, { digits: 8 }, [6], null],
  ])('%s', (_, digits, asked, known, wanted) => {
    expect(wrongLength(digits, { ...SILENT, ...asked }, known)).toBe(wanted);
  });

  it.each([null, 7, 'x', { digits: '8', room: -1 }, { digits: 1.5, room: Number.NaN }])(
    'believes no %j of a page',
    (said) => expect(readAsked(said)).toEqual(SILENT),
  );
});

describe('how long a code the page says it wants', () => {
  const digitsOf = (...near: string[]) => {
    const verdict = findPrompt([field({ name: 'otp', label: 'Authenticator code', near })]);
    return 'digits' in verdict ? verdict.digits : 'no prompt';
  };
  it.each<[number | null, string[]]>([
    [6, ['Enter the 6-digit code from your authenticator app.']],
    [8, ['Enter the 8-digit code from your authenticator app.']],
    [8, ['Enter the eight-digit code from your authenticator app.']],
    [8, ['Geben Sie den 8-stelligen Code aus Ihrer Authenticator-App ein.']],
    [null, ['Enter the code from your authenticator app.']],
    [null, ['Enter the 6 or 8 digit code from your authenticator app.']],
    [null, ['Enter the 6-8 digit code from your authenticator app.']],
    [null, ['Enter the 6-digit code from your authenticator app.', 'Some have 8 digits.']],
    [6, ['Enter the 6-digit code from your authenticator app.', 'Or use one of your 8-digit backup codes.']],
    [null, ['Enter the code from your authenticator app.', 'Lost your phone? Use an 8-digit recovery code.']],
  ])('%s: %j', (digits, near) => expect(digitsOf(...near)).toBe(digits));
});
