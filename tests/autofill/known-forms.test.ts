import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPrompt } from '../../utils/autofill/prompt';
import { factsOf, readForms } from './table';
import { judge, tallyOf } from './tally';

const TABLE = new URL('../../../shared/facts/otp-forms.json', import.meta.url);

describe.skipIf(!existsSync(TABLE))('a table of real forms', () => {
  it('is read, and the figures are printed', () => {
    const forms = readForms(TABLE);
    const judged = forms.map((form) => judge(form, findPrompt(factsOf(form))));
    const tally = tallyOf(judged);
    console.table(tally);
    if (process.env.LANYARD_MISSES) for (const { miss } of judged) if (miss) console.log(miss);
    expect(Object.values(tally).reduce((sum, { forms }) => sum + forms, 0)).toBe(forms.length);
    // A code in a box that wants none is a leak, whatever is missed.
    expect(judged.filter(({ leaked }) => leaked).map(({ miss }) => miss)).toEqual([]);
  });
});
