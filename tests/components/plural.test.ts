import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A language with four forms; `few` and `many` are written for the accounts only. */
const POLISH: Record<string, string> = {
  language: 'pl',
  search_one: '$1 konto',
  search_few: '$1 konta',
  search_many: '$1 kont',
  search_other: '$1 konta',
  wait_one: '$1 sekunda',
  wait_other: '$1 sekundy',
  failure_wait_one: 'za $1 sekundę',
  failure_wait_other: 'za $1 sekundy',
  failure_period_out_of_range_one: 'co sekundę',
  failure_period_out_of_range_other: 'co $1',
  failure_locked: 'zamknięty',
};

function speak(messages: Record<string, string>): void {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, values: string[] = []) =>
    (messages[key] ?? '').replace(/\$(\d)/g, (_, place) => values[place - 1] ?? '')) as never);
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.restoreAllMocks());

describe('what is said with a number', () => {
  it('has the form of the language that is shown', async () => {
    speak(POLISH);
    const { sayMany } = await import('../../components/words');
    expect([1, 2, 5, 22].map((accounts) => sayMany('search', accounts))).toEqual([
      '1 konto',
      '2 konta',
      '5 kont',
      '22 konta',
    ]);
  });

  it('has the form for all others where its own is not written', async () => {
    speak(POLISH);
    const { sayMany } = await import('../../components/words');
    expect([sayMany('wait', 1), sayMany('wait', 5)]).toEqual(['1 sekunda', '5 sekundy']);
  });

  it('writes the number as that language does', async () => {
    speak({ ...POLISH, language: 'de' });
    const { sayMany } = await import('../../components/words');
    expect(sayMany('search', 1234)).toBe('1.234 konta');
  });

  it('is a failure’s sentence, too, and a value that is no number is shown as it came', async () => {
    speak(POLISH);
    const { failureSentence } = await import('../../components/words');
    expect(failureSentence({ code: 'wait', values: ['1'] })).toBe('za 1 sekundę');
    expect(failureSentence({ code: 'wait', values: ['30'] })).toBe('za 30 sekundy');
    expect(failureSentence({ code: 'period-out-of-range', values: ['soon'] })).toBe('co soon');
    expect(failureSentence({ code: 'locked', values: [] })).toBe('zamknięty');
  });
});
